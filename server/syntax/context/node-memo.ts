/** Returns the object stored for the id of a syntax node; creates and stores it on the first call. */
export function memoized<T>(objects: Map<number, T>, id: number, create: () => T): T {
  let object = objects.get(id);
  if (!object) {
    object = create();
    objects.set(id, object);
  }
  return object;
}
