import type { ClassFolder, Done } from '../class/batch';
import { type OutputOptions, startProgress } from './progress';

const betweenFramesMs = 250;
const betweenLinesMs = 5_000;
const maxNames = 5;

/** Progress of a batch: what is printed while it runs, and the summary at the end. */
export interface BatchProgress {
  readonly onBegin: (toGrade: number, found: ClassFolder, done: Done) => void;
  readonly onStart: (name: string) => void;
  readonly onEnd: (name: string, isGraded: boolean) => void;
  readonly warn: (what: string) => void;
  readonly stop: () => void;
  /** `12 of 200 graded`. */
  readonly counted: () => string;
  readonly remarks: () => readonly string[];
  readonly seconds: () => number;
  readonly graded: () => number;
}

/** Updates one line in place on a terminal; otherwise prints a line every few seconds. */
export async function startBatchProgress(options: OutputOptions): Promise<BatchProgress> {
  const shown = await startProgress('starting', options);
  const now = new Set<string>();
  let [done, total, standing] = [0, 0, 0];
  let begin = performance.now();
  let remarks: readonly string[] = [];
  let last = '';
  const seconds = (): number => (performance.now() - begin) / 1000;
  const say = (): void => {
    const line = progressLine({ done, total, seconds: seconds(), now: [...now] });
    if (line !== last) shown.say(line);
    last = line;
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    onBegin: (toGrade, found, before) => {
      [total, standing, begin] = [toGrade, before.standing, performance.now()];
      remarks = remarksOn(found, before);
      const isLive = options.plain !== true && process.stderr.isTTY;
      timer = setInterval(say, isLive ? betweenFramesMs : betweenLinesMs);
    },
    onStart: (name) => now.add(name),
    onEnd: (name) => {
      now.delete(name);
      done += 1;
    },
    warn: shown.warn,
    stop: () => {
      clearInterval(timer);
      shown.stop();
    },
    counted: () => `${done + standing} of ${total + standing} graded`,
    remarks: () => remarks,
    seconds,
    graded: () => done,
  };
}

interface Standing {
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
  readonly now: readonly string[];
}

/** `12 of 200 · 8.1/s · 23 s left · now alice, bob`. */
export function progressLine({ done, total, seconds, now }: Standing): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const speed = done === 0 ? [] : [`${rate.toFixed(1)}/s`, `${duration((total - done) / rate)} left`];
  const names = now.length === 0 ? [] : [`now ${listed(now)}`];
  return [`${done} of ${total} graded`, ...speed, ...names].join(' · ');
}

/** The lines printed at the end of a batch. */
export function summaryOf(progress: BatchProgress, out: string): string {
  const { graded, seconds, counted, remarks } = progress;
  const rate = graded() === 0 ? '' : ` in ${duration(seconds())} (${(graded() / seconds()).toFixed(1)}/s)`;
  return [`${counted()}${rate}: ${out}/grades.csv, ${out}/report/index.html`, ...remarks()].join('\n');
}

function remarksOn({ ignored, renamed }: ClassFolder, { standing, changed, withdrawn }: Done): readonly string[] {
  const remark = (what: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`${what}: ${listed(names)}`];
  return [
    ...(standing === 0 ? [] : [`${standing} earlier ${standing === 1 ? 'result' : 'results'} kept`]),
    ...remark('changed, graded again', changed),
    ...remark('no longer submitted, moved to withdrawn/', withdrawn),
    ...remark('ignored, neither folders nor archives', ignored),
    ...renamed.map(({ entry, name, reason }) => `${JSON.stringify(entry)} is named ${name} here: ${reason}`),
  ];
}

function listed(names: readonly string[]): string {
  const rest = names.length - maxNames;
  return rest > 0 ? `${names.slice(0, maxNames).join(', ')} and ${rest} more` : names.join(', ');
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 100) return `${whole} s`;
  return whole < 6000 ? `${Math.round(whole / 60)} min` : `${(whole / 3600).toFixed(1)} h`;
}
