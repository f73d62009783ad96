// What the suite uses of `node:assert/strict`, in an extension host without Node.js.

function ok(value: unknown, message = `${value} is not true`): asserts value {
  if (!value) throw new Error(message);
}

function equal(actual: unknown, expected: unknown): void {
  ok(Object.is(actual, expected), `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown): void {
  equal(JSON.stringify(actual), JSON.stringify(expected));
}

function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${JSON.stringify(text)} does not match ${pattern}`);
}

function doesNotMatch(text: string, pattern: RegExp): void {
  ok(!pattern.test(text), `${JSON.stringify(text)} matches ${pattern}`);
}

async function rejects(act: () => PromiseLike<unknown>): Promise<void> {
  const isRejected = await Promise.resolve(act()).then(
    () => false,
    () => true,
  );
  ok(isRejected, "It was not rejected");
}

export { equal, ok };
export default { deepEqual, doesNotMatch, equal, match, ok, rejects };
