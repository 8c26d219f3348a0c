import { posix } from 'node:path';

/** A source file as the rules see it: path from the project's root with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const layers = ['shared', 'engine', 'shell', 'loopback', 'renderer'] as const;
type Layer = (typeof layers)[number];

const mayImport: Readonly<Record<Layer, readonly Layer[]>> = {
  shared: ['shared'],
  engine: ['shared', 'engine'],
  shell: ['shared', 'engine', 'shell'],
  loopback: ['shared', 'engine', 'loopback'],
  renderer: ['shared', 'renderer'],
};

/** Packages with one home: everything else asks that place. */
const homes: Readonly<Record<string, RegExp>> = {
  'sql.js': /^electron\/engine\/store\//,
  papaparse: /^electron\/engine\/imports\//,
  echarts: /^renderer\/ui\/chart(-svg\.ts|\.tsx)$/,
  '@tanstack/react-table': /^renderer\/ui\/data-table\.tsx$/,
  electron: /^electron\/shell\//,
  ws: /^electron\/loopback\//,
};

const sharedPackages = ['zod'];
const rendererOrder = ['client', 'format', 'i18n', 'ui', 'features', 'app'];

/** Every module a file names: static, re-exported, dynamic and type-only imports. */
export function importsOf(text: string): string[] {
  const patterns = [
    /^\s*import\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]/gm,
    /^\s*export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"]([^'"]+)['"]/gm,
    /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g,
    /\brequire\s*\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** All violations of the table in the style guide, cycles included. */
export function findViolations(files: readonly SourceFile[]): Violation[] {
  const violations = files.flatMap((file) =>
    importsOf(file.text).flatMap((target) => checkImport(file.path, target)),
  );
  return [...violations, ...findCycles(files)];
}

function checkImport(file: string, target: string): Violation[] {
  const layer = layerOf(file);
  if (layer === null) return [];
  const violation = (rule: string): Violation[] => [{ rule, file, imports: target }];
  if (target.startsWith('.'))
    return checkOwn(file, layer, posix.join(posix.dirname(file), target), violation);
  if (target.startsWith('node:')) {
    return layer === 'shared' || layer === 'renderer' || file === 'electron/shell/preload.ts'
      ? violation('no Node modules here')
      : [];
  }
  const name = packageOf(target);
  if (layer === 'shared' && !sharedPackages.includes(name)) return violation('shared is pure');
  const home = homes[name];
  return home === undefined || home.test(file) ? [] : violation(`${name} has one home`);
}

function checkOwn(
  file: string,
  layer: Layer,
  target: string,
  violation: (rule: string) => Violation[],
): Violation[] {
  const to = layerOf(target);
  if (to === null || !mayImport[layer].includes(to))
    return violation(`${layer} may not import ${to ?? 'that'}`);
  if (file === 'electron/shell/preload.ts' && target !== 'shared/ipc/channel-names.ts') {
    return violation('the preload may import channel names only');
  }
  return layer === 'renderer' && to === 'renderer' ? checkRenderer(file, target, violation) : [];
}

/** app → features → ui, client, format, i18n; a feature never imports a feature. */
function checkRenderer(file: string, target: string, violation: (rule: string) => Violation[]): Violation[] {
  const [, from = '', feature = ''] = file.split('/');
  const [, to = '', otherFeature = ''] = target.split('/');
  if (from === 'features' && to === 'features' && feature !== otherFeature) {
    return violation('a feature never imports a feature');
  }
  const isBase = (folder: string) => rendererOrder.indexOf(folder) < rendererOrder.indexOf('features');
  if (isBase(from) && !isBase(to)) return violation(`renderer/${from} may not import renderer/${to}`);
  if (from === 'features' && to === 'app') return violation('a feature never imports the app');
  return [];
}

function layerOf(path: string): Layer | null {
  const [top = '', second = ''] = path.split('/');
  if (top === 'shared' || top === 'renderer') return top;
  return layers.find((layer) => top === 'electron' && layer === second) ?? null;
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Cycles of modules; type-only imports do not count, since they vanish. */
function findCycles(files: readonly SourceFile[]): Violation[] {
  const known = new Set(files.map((file) => file.path));
  const graph = new Map(
    files.map((file) => {
      const values = file.text.replace(/^\s*(?:import|export)\s+type\s[^;]*;/gm, '');
      const targets = importsOf(values)
        .filter((target) => target.startsWith('.'))
        .map((target) => posix.join(posix.dirname(file.path), target))
        .filter((target) => known.has(target));
      return [file.path, targets] as const;
    }),
  );
  const done = new Set<string>();
  const violations: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      violations.push({
        rule: 'no cycles',
        file: path,
        imports: [...trail.slice(trail.indexOf(path)), path].join(' → '),
      });
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return violations;
}
