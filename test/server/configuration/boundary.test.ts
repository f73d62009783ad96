import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Project } from "../harness/test-project.ts";

const catalog = "version: 1\nprovider: acme\nentries: [{ code: Acme.Broken }]\n";

describe("a workspace with links that lead out of it", () => {
  if (process.platform === "win32") return;
  let elsewhere: string;
  let project: Project | undefined;
  beforeEach(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), "error-codes-"));
    await writeFile(join(elsewhere, "codes.yaml"), catalog);
    await writeFile(join(elsewhere, "own.yaml"), "catalogs: [{ path: inside.yaml }]\n");
  });
  afterEach(async () => {
    await project?.end();
    await rm(elsewhere, { recursive: true });
  });

  const hoverWith = async (
    restricted: boolean,
    link: (folder: string) => Promise<void>,
    configuration?: string,
  ) => {
    const files = {
      ...(configuration ? { ".error-codes.yaml": configuration } : {}),
      "inside.yaml": catalog,
    };
    project = await Project.of(files, { initializationOptions: { restricted } });
    await link(project.folder);
    const open = await project.open("a.ts", "typescript", 'if (err.code === "Acme.Bro|ken") {}');
    const hover = await open.hover();
    const config = await project.open(".error-codes.yaml", "yaml", configuration ?? "");
    const messages = (await config.diagnose()).map(({ message }) => message);
    return { isKnown: hover !== null, messages };
  };

  for (const [what, path, target] of [
    ["a file", "link.yaml", "codes.yaml"],
    ["a file by a pattern", "l*.yaml", "codes.yaml"],
    ["a folder", "link.yaml/codes.yaml", "."],
  ] as const) {
    it(`reads ${what} only if it is trusted`, async () => {
      const link = (folder: string) => symlink(join(elsewhere, target), join(folder, "link.yaml"));
      const configuration = `catalogs: [{ path: "${path}" }]\n`;
      const { isKnown, messages } = await hoverWith(true, link, configuration);
      assert.equal(isKnown, false);
      assert.match(messages.join(), /^In a restricted workspace, a configuration cannot point outside/);
      await project?.end();
      assert.deepEqual(await hoverWith(false, link, configuration), { isKnown: true, messages: [] });
    });
  }

  it("reads a configuration only if it is trusted", async () => {
    const link = (folder: string) => symlink(join(elsewhere, "own.yaml"), join(folder, ".error-codes.yaml"));
    assert.equal((await hoverWith(true, link)).isKnown, false);
    await project?.end();
    assert.equal((await hoverWith(false, link)).isKnown, true);
  });

  it("reads what a link within it leads to", async () => {
    const link = async (folder: string) => {
      await mkdir(join(folder, "sub"));
      await symlink(join(folder, "inside.yaml"), join(folder, "sub", "link.yaml"));
    };
    assert.deepEqual(await hoverWith(true, link, "catalogs: [{ path: sub/link.yaml }]\n"), {
      isKnown: true,
      messages: [],
    });
  });
});
