import type { WorkspaceConfiguration } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
} from "vscode-languageclient/node";

import { command, Program } from "./program";

/** What is judged; whether a Markdown document is, the configuration says. */
export const DOCUMENTS = [
  { language: "goals", scheme: "file" },
  { language: "goals", scheme: "untitled" },
  { language: "markdown", scheme: "file" },
];

/** Speaks with a server of our own; what goes wrong is told once, by whoever has started it. */
export class Client extends LanguageClient {
  private constructor(
    private readonly found: { program?: Program },
    start: () => Promise<Program>,
    options: LanguageClientOptions,
  ) {
    super("smartlint", "smartlint", async () => (found.program = await start()).process, options);
  }

  static of(settings: WorkspaceConfiguration): Client {
    const client: Client = new Client({}, () => Program.started(command(settings)), {
      documentSelector: DOCUMENTS,
      initializationOptions: { diagnostics: settings.get<string>("diagnostics") },
      initializationFailedHandler: () => false,
      errorHandler: onceBegun(() => client),
      outputChannelName: "smartlint",
    });
    return client;
  }

  /** The last that the program said beside the protocol. */
  async lastWords(): Promise<string> {
    return (await this.found.program?.lastWords()) ?? "";
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** One that ends before it has answered would end again: only one that had begun is started anew. */
function onceBegun(client: () => Client): ErrorHandler {
  let usual: ErrorHandler | undefined;
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      if (!client().initializeResult) {
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      usual ??= client().createDefaultErrorHandler();
      return usual.closed();
    },
  };
}
