import type { FingerprintIndex, SharedFingerprint, TokenizedFile } from '@dodona/dolos-core';
import type { Unit } from './tokensOf';

/** A submission to compare. */
export interface Work {
  readonly name: string;
  /** Submissions of one student or group have the same party, and are not compared. */
  readonly party: string;
  /** Whether it is from an earlier year; those are not compared with each other. */
  readonly isEarlier: boolean;
  readonly units: readonly Unit[];
}

/** Shared code, as ranges of the compiled code. */
export interface Passage {
  readonly left: Range;
  readonly right: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Two submissions that share rare code. */
export interface SimilarPair {
  readonly left: Work;
  readonly right: Work;
  /** 0 to 1: the weighted part of the smaller submission that the other one contains. */
  readonly similarity: number;
  /** The weighted number of fingerprints that they share. */
  readonly evidence: number;
  readonly passages: readonly Passage[];
}

/** About three lines. */
const tokensPerFingerprint = 20;
/** Winnowing keeps one of so many consecutive fingerprints. */
const window = 8;
/** Code shared by a larger part of the class is how everyone writes it. */
const maxCommonShare = 0.1;
/** In a class of any size, so few can be copies of each other. */
const minCommon = 4;
/** Less is chance. */
const minEvidence = 6;
/** Independent right solutions can reach 30 %; see the README's figures. */
export const minSimilarity = 0.35;
const maxPairs = 200;

export interface Comparison {
  readonly compared: number;
  /** Most similar first. */
  readonly pairs: readonly SimilarPair[];
  /** Code shared by this many parties or more does not count. */
  readonly commonFrom: number;
}

/**
 * Compares the submissions of a class by winnowed fingerprints.
 *
 * Note [Rare fingerprints]: the skeleton's code does not count, nor does code shared by more than a tenth of the class.
 * A fingerprint of n of N parties has the weight ln((N+1)/n) / ln((N+1)/2), at most 1: one that only two parties share
 * has weight 1, and one that a whole class of three shares still counts.
 *
 * @param given - units of the skeleton
 */
export async function compareClass(works: readonly Work[], given: readonly Unit[]): Promise<Comparison> {
  const dolos = await import('@dodona/dolos-core');
  const index = new dolos.FingerprintIndex(tokensPerFingerprint, window);
  const fileOf = (name: string, { tokens, starts }: Unit): TokenizedFile =>
    new dolos.TokenizedFile(
      new dolos.File(name, ''),
      [...tokens],
      // Offsets stand for rows, so that selections are ordered by them.
      starts.map((start) => new dolos.Region(start, 0, start, 1)),
    );
  for (const unit of given) index.addIgnoredFile(fileOf('given', unit));
  const owners = new Map<number, number>();
  const files = works.map((work, number) =>
    work.units.map((unit) => {
      const file = fileOf(work.name, unit);
      owners.set(file.id, number);
      return file;
    }),
  );
  index.addFiles(files.flat());
  const parties = new Set(works.map(({ party }) => party)).size;
  const commonFrom = Math.max(minCommon, Math.floor(parties * maxCommonShare)) + 1;
  const { shared, totals } = weigh(index, works, owners, { parties, commonFrom });
  const found: SimilarPair[] = [];
  for (const [key, evidence] of shared) {
    const [first = 0, second = 0] = key.split(' ').map(Number);
    const [left, right] = [works[first], works[second]];
    const similarity = evidence / Math.max(1, Math.min(totals[first] ?? 0, totals[second] ?? 0));
    if (left === undefined || right === undefined || evidence < minEvidence || similarity < minSimilarity) continue;
    found.push({ left, right, similarity: Math.min(1, similarity), evidence, passages: [] });
  }
  const pairs = found.toSorted((a, b) => b.similarity - a.similarity || b.evidence - a.evidence).slice(0, maxPairs);
  const numberOf = new Map(works.map((work, number) => [work, number]));
  const filesOf = (work: Work): readonly TokenizedFile[] => files[numberOf.get(work) ?? -1] ?? [];
  return {
    compared: works.length,
    commonFrom,
    pairs: pairs.map((pair) => ({ ...pair, passages: passagesOf(index, filesOf(pair.left), filesOf(pair.right)) })),
  };
}

interface Weighed {
  /** The shared weight of each pair, by their numbers, the lower one first. */
  readonly shared: ReadonlyMap<string, number>;
  /** The total weight of each work. */
  readonly totals: readonly number[];
}

function weigh(
  index: FingerprintIndex,
  works: readonly Work[],
  owners: ReadonlyMap<number, number>,
  { parties, commonFrom }: { readonly parties: number; readonly commonFrom: number },
): Weighed {
  const shared = new Map<string, number>();
  const totals = works.map(() => 0);
  const common: number[] = [];
  for (const fingerprint of index.sharedFingerprints()) {
    if (fingerprint.ignored) continue;
    const numbers = ownersOf(fingerprint, owners);
    const count = new Set(numbers.map((number) => works[number]?.party)).size;
    if (count >= commonFrom) {
      common.push(fingerprint.hash);
      continue;
    }
    const weight = Math.min(1, Math.log((parties + 1) / count) / Math.log((parties + 1) / 2));
    for (const [place, first] of numbers.entries()) {
      totals[first] = (totals[first] ?? 0) + weight;
      for (const second of numbers.slice(place + 1)) {
        if (!isComparable(works[first], works[second])) continue;
        const key = `${first} ${second}`;
        shared.set(key, (shared.get(key) ?? 0) + weight);
      }
    }
  }
  index.addIgnoredHashes(common);
  return { shared, totals };
}

function isComparable(one: Work | undefined, other: Work | undefined): boolean {
  return one?.party !== other?.party && !(one?.isEarlier === true && other?.isEarlier === true);
}

function ownersOf(fingerprint: SharedFingerprint, owners: ReadonlyMap<number, number>): readonly number[] {
  const numbers = fingerprint.files().flatMap(({ id }) => owners.get(id) ?? []);
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function passagesOf(
  index: FingerprintIndex,
  lefts: readonly TokenizedFile[],
  rights: readonly TokenizedFile[],
): readonly Passage[] {
  return lefts
    .flatMap((left) =>
      rights.flatMap((right) =>
        index
          .getPair(left, right)
          .buildFragments()
          .map(({ leftSelection, rightSelection }) => ({
            left: { start: leftSelection.startRow, end: leftSelection.endRow },
            right: { start: rightSelection.startRow, end: rightSelection.endRow },
          })),
      ),
    )
    .toSorted((a, b) => a.left.start - b.left.start);
}
