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

async function rejects(work: () => PromiseLike<unknown>, pattern?: RegExp): Promise<void> {
  const reason = await work().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  if (!reason) throw new Error("It did not fail.");
  if (pattern) match(reason.message, pattern);
}

export { equal, ok };
export default { deepEqual, doesNotMatch, equal, match, ok, rejects };
