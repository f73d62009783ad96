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
