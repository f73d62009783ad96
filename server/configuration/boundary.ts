import type { LocalizedText } from "../../catalog/text/localized-text.ts";
import type { Host } from "../documents/host.ts";
import { isBelow } from "../documents/uris.ts";

/** The files that a configuration may refer to: it can come from anyone, and problems in a file tell what is in it. */
export interface Boundary {
  /** Returns whether a URI or a pattern of URIs is inside as it is written. */
  mayContain(uri: string): boolean;
  /** Returns whether a file is inside. A symbolic link is judged by where it leads. */
  contains(uri: string): Promise<boolean>;
  /** Why a file outside is not read. */
  refusal: LocalizedText;
}

const restricted: LocalizedText = {
  en: "In a restricted workspace, a configuration cannot point outside the folder.",
  "zh-CN": "在受限工作区中，配置不能指向文件夹之外。",
};

const outsideRepository: LocalizedText = {
  en: "This leads out of the repository (or of the folder of the configuration, where there is none); --allow-outside permits it.",
  "zh-CN": "它指向代码仓库之外（没有仓库时，指向配置所在文件夹之外）；可用 --allow-outside 允许。",
};

/** The boundary of a workspace whose configurations the user trusts. */
export const noBoundary: Boundary = {
  mayContain: () => true,
  contains: async () => true,
  refusal: outsideRepository,
};

/** Returns the boundary of the folders of a workspace that is not trusted. */
export function boundaryOfWorkspace(host: Host, folders: readonly string[]): Boundary {
  return boundaryOf(host, folders, restricted);
}

/** Returns the boundary of a repository, or of the folder of a configuration without one. */
export function boundaryOfRepository(host: Host, folder: string): Boundary {
  return boundaryOf(host, [folder], outsideRepository);
}

function boundaryOf(host: Host, folders: readonly string[], refusal: LocalizedText): Boundary {
  const realFolders = Promise.all(folders.map((folder) => host.realUri(folder)));
  return {
    mayContain: (uri) => folders.some((folder) => isBelow(folder, uri)),
    contains: async (uri) => {
      const real = await host.realUri(uri);
      // The inside of a repository holds the passwords of its remotes.
      return !/\/\.git\//.test(real) && (await realFolders).some((folder) => isBelow(folder, real));
    },
    refusal,
  };
}
