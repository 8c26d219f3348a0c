import { useTranslation } from 'react-i18next';
import { type Stop, stops } from './import-queue.ts';

export interface StopListProps {
  readonly current: Stop;
  /** The columns are decided, so the rows can be checked. */
  readonly canCheck: boolean;
  readonly name: string;
  readonly onGo: (stop: Stop) => void;
}

/** The three stops, in order; any that can be reached is a button. */
export function StopList({ current, canCheck, name, onGo }: StopListProps) {
  const { t } = useTranslation('data');
  return (
    <ol className="stop-list" aria-label={t('wizard.stops', { name })}>
      {stops.map((stop, position) => (
        <li key={stop}>
          <button
            type="button"
            aria-current={stop === current ? 'step' : undefined}
            disabled={stop === 'problems' && !canCheck}
            onClick={() => onGo(stop)}
          >
            <span aria-hidden className="stop-number">
              {position + 1}
            </span>
            {t(`stop.${stop}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}
