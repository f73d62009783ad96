/** How many items an answer lists at most. */
export const maximumItems = 10_000;

/** Returns the first items of a list, as many as an answer may have. */
export function limited<T>(items: T[]): T[] {
  return items.length > maximumItems ? items.slice(0, maximumItems) : items;
}
