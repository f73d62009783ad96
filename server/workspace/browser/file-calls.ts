import type { FileAnswer, FileCall, FileService } from "../../protocol/index.ts";

/** What is used of a message port: the type libraries of an editor and of Node alike are not loaded here. */
export interface FilePort {
  onmessage: ((event: { data: FileAnswer }) => void) | null;
  postMessage(call: FileCall): void;
}

/** Returns the file service at the other end of a port. */
export function fileServiceAt(port: FilePort): FileService {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let count = 0;
  port.onmessage = ({ data: { id, result, error } }) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error));
  };
  const calling =
    <M extends keyof FileService>(method: M) =>
    (...args: Parameters<FileService[M]>) =>
      new Promise<Awaited<ReturnType<FileService[M]>>>((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        port.postMessage({ id, method, args });
      });
  return {
    readOwn: calling("readOwn"),
    read: calling("read"),
    list: calling("list"),
    isLink: calling("isLink"),
  };
}
