import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PlanProblem } from './build-plan-problems.ts';

/** What is still missing, beside the button it keeps shut. */
export function PlanProblems({ problems }: { readonly problems: readonly PlanProblem[] }) {
  const { t } = useTranslation('data');
  const say = (problem: PlanProblem): string => {
    switch (problem.type) {
      case 'missing':
        return t('planProblem.missing', { role: t(`role.${problem.role}`) });
      case 'twice':
        return t('planProblem.twice', { role: t(`role.${problem.role}`), names: problem.names.join(', ') });
      case 'chooseDate':
      case 'nameTwice':
      case 'grainDiffers':
      case 'joinFile':
        return t(`planProblem.${problem.type}`, { name: problem.name });
      default:
        return t(`planProblem.${problem.type}`);
    }
  };
  return (
    <ul className="plan-problems" aria-live="polite" data-testid="plan-problems">
      {problems.slice(0, 3).map((problem) => {
        const text = say(problem);
        return (
          <li key={text}>
            <TriangleAlert size={14} aria-hidden /> {text}
          </li>
        );
      })}
      {problems.length > 3 && <li>{t('planProblem.more', { value: problems.length - 3 })}</li>}
    </ul>
  );
}
