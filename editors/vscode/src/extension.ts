import { commands, languages, LanguageStatusSeverity, window, workspace, type ExtensionContext } from "vscode";
import { State } from "vscode-languageclient/node";

import { Client, DOCUMENTS } from "./client";

const RESTART = "smartlint.restart";
const SETTING = "smartlint.path";

let client: Client | undefined;
let turn: Promise<void> = Promise.resolve();
const status = languages.createLanguageStatusItem("smartlint", DOCUMENTS);

export async function activate(context: ExtensionContext): Promise<void> {
  status.name = "smartlint";
  context.subscriptions.push(
    status,
    commands.registerCommand(RESTART, restart),
    commands.registerCommand("smartlint.log", () => client?.outputChannel.show(true)),
    workspace.onDidGrantWorkspaceTrust(restart),
    workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("smartlint")) {
        await restart();
      }
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await inTurn(stop);
}

/** Ends the server that runs, and starts one by the settings of now. */
async function restart(): Promise<void> {
  await inTurn(async () => {
    await stop();
    await start();
  });
}

/** One after another: of two servers at once only one would ever be ended. */
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work, work);
  return turn;
}

async function stop(): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose().catch(() => undefined); // it has ended by itself
}

async function start(): Promise<void> {
  if (!workspace.isTrusted) {
    show("not started: the folder is not trusted", LanguageStatusSeverity.Warning);
    return;
  }
  const started = (client = Client.of(workspace.getConfiguration("smartlint")));
  started.onDidChangeState(({ newState }) => {
    if (started === client && newState === State.Stopped) {
      show("stopped", LanguageStatusSeverity.Error);
    }
  });
  show("starting", LanguageStatusSeverity.Information, true);
  try {
    await started.start();
    show(started.initializeResult?.serverInfo?.version ?? "running", LanguageStatusSeverity.Information);
  } catch (error) {
    show("not started", LanguageStatusSeverity.Error);
    void complain(reason(error, await started.lastWords()));
  }
}

function show(text: string, severity: LanguageStatusSeverity, busy = false): void {
  status.text = `smartlint: ${text}`;
  status.severity = severity;
  status.busy = busy;
  status.command = { title: "Restart", command: RESTART };
}

function reason(error: unknown, lastWords: string): string {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EACCES")) {
    const path = "path" in error ? String(error.path) : "";
    return `“${path}” is no program that can be started. Install it with pip install "smartlint[lsp]", or say in the setting ${SETTING} where it is.`;
  }
  return lastWords || (error instanceof Error ? error.message : String(error));
}

/** Says why there is no server, and what can be done about it. */
async function complain(why: string): Promise<void> {
  const [setting, again, log] = ["Open the setting", "Try again", "Show the log"];
  const chosen = await window.showErrorMessage(`smartlint was not started: ${why}`, setting, again, log);
  if (chosen === setting) {
    await commands.executeCommand("workbench.action.openSettings", SETTING);
  } else if (chosen === again) {
    await restart();
  } else if (chosen === log) {
    client?.outputChannel.show(true);
  }
}
