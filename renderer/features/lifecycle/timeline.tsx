import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LifecycleState } from '../../../shared/schemas/lifecycle.ts';
import { useFormat } from '../../format/use-format.ts';
import { Section } from '../../ui/section.tsx';
import { buildTimeline, type Lane, lanes, type TimelineMark, type TimelineView } from './build-timeline.ts';

const rowHeight = 24;

/** What happened and what is to come, on one line of dates; the same as a table for those who can't see it. */
export function Timeline({ state }: { readonly state: LifecycleState }) {
  const { t } = useTranslation('lifecycle');
  const format = useFormat();
  const view = useMemo(
    () =>
      buildTimeline(state, {
        day: format.day,
        seal: (one) => t(`timeline.seal.${one}`),
        decision: (one) => t(`review.decisions.${one}`),
        due: t('timeline.due'),
        event: (name, values) => t(`timeline.event.${name}`, { ...values }),
      }),
    [state, t, format],
  );
  return (
    <Section title={t('timeline.title')}>
      {view === null ? (
        <Text size="sm">{t('timeline.none')}</Text>
      ) : (
        <>
          <Picture state={state} view={view} />
          <details className="timeline-table">
            <summary>{t('timeline.table')}</summary>
            <Table fz="sm" aria-label={t('timeline.title')} mt="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('timeline.day')}</Table.Th>
                  <Table.Th>{t('timeline.what')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {view.events.map((event) => (
                  <Table.Tr key={`${event.day} ${event.text}`}>
                    <Table.Td className="nowrap">{format.day(event.day)}</Table.Td>
                    <Table.Td>{event.text}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </details>
        </>
      )}
    </Section>
  );
}

interface PictureProps {
  readonly state: LifecycleState;
  readonly view: TimelineView;
}

function Picture({ state, view }: PictureProps) {
  const { t } = useTranslation('lifecycle');
  const label = t('timeline.label', {
    versions: state.versions.length,
    freezes: state.freezes.length,
    seals: state.seals.length,
    reviews: state.reviews.length,
  });
  const x = (day: number) => `${(((day - view.from) / (view.to - view.from)) * 100).toFixed(3)}%`;
  return (
    <div className="timeline" role="img" aria-label={label} data-testid="timeline">
      {lanes.map((lane) => (
        <LaneRow key={lane} lane={lane} state={state} view={view} x={x} />
      ))}
      <span />
      <svg width="100%" height={34} overflow="visible" aria-hidden>
        {view.ticks.map(({ day, label: month }) => (
          <text key={day} x={x(day)} y={12} textAnchor="middle" className="timeline-tick">
            {month}
          </text>
        ))}
        <text x={x(state.today)} y={29} textAnchor="middle" className="timeline-now">
          {t('timeline.today')}
        </text>
        {state.knownThrough !== null && state.knownThrough !== state.today && (
          <text x={x(state.knownThrough)} y={29} textAnchor="middle" className="timeline-tick">
            {t('timeline.known')}
          </text>
        )}
      </svg>
    </div>
  );
}

interface LaneRowProps extends PictureProps {
  readonly lane: Lane;
  readonly x: (day: number) => string;
}

function LaneRow({ lane, state, view, x }: LaneRowProps) {
  const { t } = useTranslation('lifecycle');
  const height = Math.max(1, view.rows[lane]) * rowHeight + 8;
  return (
    <>
      <Text size="xs" c="dimmed" className="timeline-lane">
        {t(`timeline.lane.${lane}`)}
      </Text>
      <svg width="100%" height={height} aria-hidden className="timeline-row">
        {view.ticks.map(({ day }) => (
          <line key={day} x1={x(day)} x2={x(day)} y1={0} y2={height} className="timeline-grid" />
        ))}
        {state.knownThrough !== null && (
          <line
            x1={x(state.knownThrough)}
            x2={x(state.knownThrough)}
            y1={0}
            y2={height}
            className="timeline-known"
          />
        )}
        <line x1={x(state.today)} x2={x(state.today)} y1={0} y2={height} className="timeline-today" />
        {view.marks
          .filter((mark) => mark.lane === lane)
          .map((mark) => (
            <Mark key={`${mark.from} ${mark.row}`} mark={mark} x={x} />
          ))}
      </svg>
    </>
  );
}

function Mark({ mark, x }: { readonly mark: TimelineMark; readonly x: (day: number) => string }) {
  const y = mark.row * rowHeight + rowHeight / 2 + 4;
  const look = `timeline-mark timeline-mark-${mark.lane}`;
  const fill = mark.isHollow ? { 'data-hollow': true } : {};
  return (
    <g>
      {mark.from === mark.to ? (
        <circle cx={x(mark.from)} cy={y} r={5} className={look} {...fill} />
      ) : (
        <>
          <line
            x1={x(mark.from)}
            x2={x(mark.to)}
            y1={y}
            y2={y}
            className={`${look} timeline-span`}
            {...fill}
          />
          <circle cx={x(mark.from)} cy={y} r={4} className={look} />
          <circle cx={x(mark.to)} cy={y} r={4} className={look} {...fill} />
        </>
      )}
      <text
        x={x(mark.isBefore ? mark.from : mark.to)}
        dx={mark.isBefore ? -9 : 9}
        y={y + 4}
        textAnchor={mark.isBefore ? 'end' : 'start'}
        className="timeline-text"
      >
        {mark.text}
      </text>
    </g>
  );
}
