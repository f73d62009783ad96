/** The ways in which an entry can match a query, best first: the order of the results. */
export const matchRanks = {
  exact: 0,
  prefix: 1,
  message: 2,
  part: 3,
  meaning: 4,
  abbreviation: 5,
  pinyin: 6,
  inside: 7,
  fuzzy: 8,
};

const { exact, message, meaning } = matchRanks;

/** The ranks in which how well an entry matches counts more than whether the catalog itself explains it. */
export const ranksByScore: ReadonlySet<number> = new Set([exact, message, meaning]);
