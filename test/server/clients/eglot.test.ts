import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderForEditor, type Shown, shownOf } from "./real-files.ts";

const server = join(import.meta.dirname, "../../../dist/server.js");

/** The files whose modes every Emacs has, and the ids that eglot makes of them. */
const names = ["b.sh", "d.properties", "e.ini", "f.cpp", "g.py"];

/** Opens files, and writes down what is marked in each, the hover in the last one, and where its definition leads. */
const session = `
(require 'eglot)
(require 'json)
(setq eglot-sync-connect 30)
(defvar seen-file (expand-file-name "seen.json"))
(let ((modes '(prog-mode conf-mode text-mode)) (shown nil))
  (setq eglot-server-programs (list (cons modes '("node" ${JSON.stringify(server)} "--stdio"))))
  (defun seen-wait (holds)
    (let ((left 1000)) (while (and (> left 0) (not (funcall holds))) (accept-process-output nil 0.02) (setq left (1- left)))))
  (dolist (name '(${names.map((name) => JSON.stringify(name)).join(" ")}))
    (find-file name)
    (unless (eglot-current-server) (call-interactively #'eglot))
    (flymake-mode 1)
    (flymake-start)
    (seen-wait #'flymake-diagnostics)
    (dolist (found (flymake-diagnostics))
      (push (list (cons 'file name)
                  (cons 'marked (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))))
            shown)))
  (find-file "g.py")
  (goto-char (point-min))
  (search-forward "SignatureExpired")
  (delete-char -1)
  (backward-char 3)
  (let* ((place (eglot--TextDocumentPositionParams))
         (server (eglot-current-server))
         (hover (progn (eglot--signal-textDocument/didChange) (jsonrpc-request server :textDocument/hover place))))
    (save-buffer)
    (call-interactively #'xref-find-definitions)
    (with-temp-file seen-file
      (insert (json-encode (list (cons 'shown (vconcat (reverse shown)))
                                 (cons 'hover (plist-get (plist-get hover :contents) :value))
                                 (cons 'page (with-current-buffer (window-buffer) (buffer-substring-no-properties (point-min) (progn (goto-char (point-min)) (line-end-position)))))
                                 (cons 'isReadOnly (with-current-buffer (window-buffer) (if buffer-read-only t json-false)))))))))
(kill-emacs 0)
`;

interface Seen {
  shown: Shown[];
  hover: string;
  page: string;
  isReadOnly: boolean;
}

describe("eglot in Emacs", () => {
  let folder: Awaited<ReturnType<typeof folderForEditor>> | undefined;
  before(async function () {
    const version = "(progn (package-initialize) (require 'eglot) (princ emacs-version))";
    const { status, stdout } = spawnSync("emacs", ["--batch", "-q", "--eval", version], { encoding: "utf8" });
    if (status !== 0) {
      console.log("        Emacs with eglot is not installed: the server is not tested in it.");
      this.skip();
    }
    console.log(`        Emacs ${stdout}`);
    folder = await folderForEditor();
  });
  after(() => folder?.remove());

  it("marks codes in files of many languages behind any characters, and has their pages", async function () {
    this.timeout(160_000);
    const { path = "", env } = folder ?? {};
    await writeFile(join(path, "run.el"), session);
    const args = ["--batch", "-q", "--eval", "(package-initialize)", "-l", "run.el"];
    const { stderr } = spawnSync("emacs", args, { cwd: path, env, timeout: 150_000, encoding: "utf8" });
    const text = await readFile(join(path, "seen.json"), "utf8").catch(() => assert.fail(stderr));
    const { shown, hover, page, isReadOnly } = JSON.parse(text) as Seen;
    assert.deepEqual(shown, shownOf(names));
    assert.match(hover, /AuthFailure\.SignatureExpire\W+Tencent Cloud\W* · /);
    assert.equal(page, "# `AuthFailure.SignatureExpire`");
    // The root user can write any file.
    if (process.getuid?.() !== 0) assert.ok(isReadOnly);
  });
});
