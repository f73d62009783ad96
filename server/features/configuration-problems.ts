import type { Problem } from "../../catalog/schema/checked-file.ts";
import { changedNotification } from "../protocol/index.ts";
import { limitDiagnostics } from "./diagnostic-limit.ts";
import { toProblemDiagnostic } from "./diagnostics.ts";
import type { Feature } from "./feature.ts";

/**
 * Publishes the problems of configurations and user catalogs that are not open. Those of open ones depend on the text
 * as it is typed, and are reported like the findings of any other document.
 */
export const configurationProblems: Feature = {
  capabilities: {},

  register(context) {
    const { connection, documents, projects } = context;
    const published = new Set<string>();
    const publish = async () => {
      const found = new Map<string, Problem[]>();
      for (const { problems } of await projects.loadedProjects())
        for (const [uri, ofFile] of problems) if (ofFile.length > 0) found.set(uri, ofFile);
      for (const uri of new Set([...published, ...found.keys()])) {
        const problems = documents.get(uri) ? [] : (found.get(uri) ?? []);
        if (problems.length === 0 && !published.delete(uri)) continue;
        if (problems.length > 0) published.add(uri);
        const diagnostics = limitDiagnostics(
          problems.map((one) => toProblemDiagnostic(context, one)),
          context,
        );
        await connection.sendDiagnostics({ uri, diagnostics });
      }
    };
    const publishSafely = () => {
      publish().catch((error) => connection.console.error(String(error)));
    };
    documents.onDidOpen(publishSafely);
    documents.onDidClose(publishSafely);
    projects.onLoaded(publishSafely);
    context.onChange(() => {
      if (context.wantsChanges) connection.sendNotification(changedNotification);
      publishSafely();
    });
  },
};
