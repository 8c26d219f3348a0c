import type { Explorer } from '../../../shared/schemas/measure-explorer.ts';
import type { ChartOption } from '../../ui/chart.tsx';

export interface CorrelationMapWords {
  readonly name: (id: string) => string;
  /** Text of a cell's tooltip; ρ is null where undefined. */
  readonly tip: (a: string, b: string, rho: number | null) => string;
  readonly rho: (value: number) => string;
  readonly low: string;
  readonly high: string;
  readonly ink: string;
  readonly paper: string;
}

export interface CorrelationMap {
  readonly option: ChartOption;
  /** Measures in the order of the map, from the top and from the left. */
  readonly order: readonly string[];
}

/** Neither churned nor kept: the signs of ρ have colours of their own, and the tooltip its number. */
const opposite = '#7b4fa3';
const same = '#1b7f6b';
const mostNumbered = 14;

/** Measures that say the same stand together, the largest groups first; the rest in their own order. */
export function orderByCluster({ clusters }: Pick<Explorer, 'clusters'>): string[] {
  const groups = clusters.filter(({ members }) => members.length > 1);
  const alone = clusters.filter(({ members }) => members.length === 1);
  return [...groups.toSorted((a, b) => b.members.length - a.members.length), ...alone].flatMap(
    ({ members }) => members,
  );
}

/** ρ of every pair as a map, row by row from the top left, with a frame around each group of like measures. */
export function buildCorrelationMap(explorer: Explorer, words: CorrelationMapWords): CorrelationMap {
  const order = orderByCluster(explorer);
  const place = new Map(explorer.items.map(({ measureId }, i) => [measureId, i]));
  const rhoOf = (a: string, b: string) =>
    explorer.correlations[place.get(a)! * explorer.items.length + place.get(b)!] ?? null;
  const cells = order.flatMap((a, row) =>
    order.map((b, column) => ({ row, column, a, b, rho: rhoOf(a, b) })),
  );
  const labels = order.map((id, i) => `${i + 1}  ${words.name(id)}`);
  return {
    order,
    option: {
      grid: { left: 8, right: 16, top: 8, bottom: 56, containLabel: true },
      tooltip: {
        formatter: ({ seriesType, dataIndex }: { seriesType: string; dataIndex: number }) => {
          const cell = seriesType === 'heatmap' ? cells[dataIndex] : undefined;
          return cell === undefined ? '' : words.tip(cell.a, cell.b, cell.rho);
        },
      },
      visualMap: {
        ...{
          min: -1,
          max: 1,
          calculable: false,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 160,
        },
        text: [words.high, words.low],
        textStyle: { color: words.ink },
        seriesIndex: 0,
        inRange: { color: [opposite, words.paper, same] },
      },
      xAxis: {
        type: 'category',
        data: order.map((_, i) => String(i + 1)),
        axisLabel: { interval: order.length > 30 ? 4 : 0, fontSize: 11 },
        splitArea: { show: false },
      },
      yAxis: {
        type: 'category',
        data: labels,
        inverse: true,
        axisLabel: { interval: 0, fontSize: 12, width: 220, overflow: 'truncate' },
      },
      series: [
        {
          type: 'heatmap',
          cursor: 'pointer',
          data: cells.map(({ row, column, rho }) => [column, row, rho ?? '-']),
          label: {
            show: order.length <= mostNumbered,
            fontSize: 11,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const cell = cells[dataIndex];
              if (cell === undefined || cell.row === cell.column) return '';
              return cell.rho === null ? '–' : words.rho(cell.rho);
            },
          },
          emphasis: { itemStyle: { borderColor: words.ink, borderWidth: 2 } },
        },
        framesOf(explorer, order, words.ink),
      ],
    },
  };
}

interface FrameApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
  size(extent: readonly [number, number]): [number, number];
}

/** A frame around the cells of each group of several measures. */
function framesOf({ clusters }: Explorer, order: readonly string[], ink: string): Record<string, unknown> {
  const frames = clusters.flatMap(({ members }) =>
    members.length < 2 ? [] : [[order.indexOf(members[0]!), members.length]],
  );
  return {
    type: 'custom',
    silent: true,
    z: 5,
    tooltip: { show: false },
    data: frames,
    renderItem: (_: unknown, api: FrameApi) => {
      const [first, length] = [api.value(0), api.value(1)];
      const [width, height] = api.size([1, 1]);
      const [x, y] = api.coord([first, first]);
      const shape = { x: x - width / 2, y: y - height / 2, width: width * length, height: height * length };
      return { type: 'rect', shape, style: { fill: 'none', stroke: ink, lineWidth: 2 } };
    },
  };
}
