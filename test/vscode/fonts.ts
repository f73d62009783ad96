import { existsSync } from "node:fs";
import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, installOnce } from "./cache.ts";
import { npmInstall } from "./processes.ts";

// npm packages with .ttf files: fontconfig does not read the web fonts that most font packages contain.
const pictureFonts = {
  "@expo-google-fonts/inter@0.4.2": ["400Regular", "600SemiBold", "700Bold"],
  "@expo-google-fonts/jetbrains-mono@0.4.1": ["400Regular", "700Bold"],
  "@expo-google-fonts/noto-sans-sc@0.4.3": ["400Regular", "700Bold"],
};

/**
 * Returns environment variables that give a browser on Linux the fonts in `folder`, since the system may have none. For
 * pictures they add one font each for code, the workbench and Chinese text, so that pictures look the same everywhere.
 * Returns an empty object on other systems, which have fonts.
 */
export async function fontEnvironment(
  folder: string | undefined,
  pictures: boolean,
): Promise<Record<string, string>> {
  if (process.platform !== "linux" || (folder === undefined && !pictures)) return {};
  const folders = folder === undefined ? [] : [folder];
  if (pictures) folders.push(await installFonts());
  const file = join(cacheFolder(), pictures ? "fonts-pictures.conf" : "fonts.conf");
  await mkdir(cacheFolder(), { recursive: true });
  // Written under another name and renamed, because a browser that another process started may be reading it.
  await writeFile(`${file}.${process.pid}`, configuration(folders, pictures));
  await rename(`${file}.${process.pid}`, file);
  return { FONTCONFIG_FILE: file };
}

function installFonts(): Promise<string> {
  return installOnce("fonts-1", "Installing fonts for pictures", async (folder) => {
    const install = join(folder, "install");
    await mkdir(install);
    await npmInstall(install, Object.keys(pictureFonts));
    for (const [pinned, weights] of Object.entries(pictureFonts)) {
      const name = pinned.slice(0, pinned.lastIndexOf("@"));
      for (const weight of weights) {
        const from = join(install, "node_modules", name, weight);
        if (!existsSync(from)) throw new Error(`The package ${pinned} has no folder ${weight}.`);
        await cp(from, join(folder, name, weight), { recursive: true });
      }
    }
    await rm(install, { recursive: true });
  });
}

function configuration(folders: readonly string[], pictures: boolean): string {
  const families = pictures
    ? [alias("monospace", "JetBrains Mono"), alias("sans", "Inter"), alias("sans-serif", "Inter")]
    : [];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${families.join("\n")}
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${folders.map((folder) => `<dir>${folder}</dir>`).join("\n")}
<cachedir>${join(cacheFolder(), "fontconfig")}</cachedir>
</fontconfig>
`;
}

function alias(generic: string, family: string): string {
  const preferred = [family, "Noto Sans SC"].map((name) => `<family>${name}</family>`).join("");
  return `<alias binding="strong"><family>${generic}</family><prefer>${preferred}</prefer></alias>`;
}
