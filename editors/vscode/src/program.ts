import { spawn, type ChildProcess } from "node:child_process";
import { homedir } from "node:os";

import { workspace, type WorkspaceConfiguration } from "vscode";

/** So long a program that fails may take to say why: milliseconds. */
const PATIENCE = 1000;
/** So much of what the program says of itself is kept to tell why it ended. */
const MOST_SAID = 4000;

/** The command that starts the server, as the settings have it. */
export function command(settings: WorkspaceConfiguration): string[] {
  const program = [settings.get<string | string[]>("path", "smartlint")].flat().map(expanded);
  const said = (name: string): string => settings.get<string>(name, "").trim();
  const options = ["profile", "language"].flatMap((key) => (said(key) ? ["--config", `${key}=${said(key)}`] : []));
  const messages = said("messageLanguage") ? ["--message-language", said("messageLanguage")] : [];
  return [...program, "lsp", ...options, ...messages];
}

function expanded(part: string): string {
  return part.replace(/^~(?=[/\\]|$)/, homedir()).replaceAll("${workspaceFolder}", folder() ?? "");
}

function folder(): string | undefined {
  return workspace.workspaceFolders?.find((one) => one.uri.scheme === "file")?.uri.fsPath;
}

/** A program that was started, with the end of what it has said beside the protocol. */
export class Program {
  private said = "";

  private readonly closed: Promise<void>;

  private constructor(readonly process: ChildProcess) {
    this.closed = new Promise((resolve) => process.once("close", () => resolve()));
    process.stderr?.on("data", (data: Buffer) => {
      this.said = (this.said + data.toString("utf8")).slice(-MOST_SAID);
    });
  }

  /** Starts a program; it fails where there is none. */
  static async started([name = "", ...options]: string[]): Promise<Program> {
    const child = spawn(name, options, { cwd: folder() });
    const program = new Program(child);
    await new Promise<void>((resolve, reject) => child.once("spawn", resolve).once("error", reject));
    return program;
  }

  /** The last line that was said, once all is said. */
  async lastWords(): Promise<string> {
    await Promise.race([this.closed, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    return this.said.trim().split("\n").at(-1)?.trim() ?? "";
  }
}
