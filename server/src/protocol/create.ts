import { RequestType } from "vscode-languageserver-protocol";

/** How the nodes of a new cluster find each other. */
export type CreatedMembership = "multicast" | "static" | "kubernetes" | "dns";

/** Client to server: what to ask next about a new cluster; null when everything is answered. */
export const CREATE_QUESTION_REQUEST = new RequestType<CreateQuestionParams, CreateQuestion | null, void>(
  "tomcatCluster/create/question",
);

/** What was answered so far, by question. Several choices of one question are joined with line feeds. */
export type CreateAnswers = Readonly<Record<string, string>>;

export interface CreateQuestionParams {
  readonly answers: CreateAnswers;
}

/** A question in the client's language. */
export interface CreateQuestion {
  readonly id: string;
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  readonly kind: "one" | "several" | "text";
  readonly initial: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly detail: string }[];
}

/** Client to server: why a value is no answer; null when it is. */
export const CREATE_CHECK_REQUEST = new RequestType<CreateCheckParams, string | null, void>(
  "tomcatCluster/create/check",
);

export interface CreateCheckParams {
  readonly answers: CreateAnswers;
  readonly id: string;
  readonly value: string;
}

/** Client to server: the files that make the cluster, to be looked at before they are written. */
export const CREATE_FILES_REQUEST = new RequestType<CreateFilesParams, CreateFiles, void>("tomcatCluster/create/files");

export interface CreateFilesParams {
  readonly answers: CreateAnswers;
  /** 64 hexadecimal digits drawn at random by the client. */
  readonly key: string;
}

export interface CreatedFile {
  readonly uri: string;
  /** All that is to stand in it. */
  readonly text: string;
  /** What becomes of what is there: `overwritten` is thrown away, `changed` gets something added. */
  readonly kind: "new" | "changed" | "overwritten";
  /** True for a file that holds the key. */
  readonly secret: boolean;
}

/** The files, or why there are none. */
export type CreateFiles =
  | {
      readonly files: readonly CreatedFile[];
      readonly problem: null;
      /** A file of them to open afterwards. */
      readonly open: string | null;
      /** What is left to do by hand. */
      readonly next: string;
      /** What can be tried next depends on it. */
      readonly membership: CreatedMembership;
    }
  | {
      readonly files: null;
      readonly problem: string;
      readonly open: null;
      readonly next: "";
      readonly membership: null;
    };

/**
 * Client to server: files that hold the key, on the server's machine. The server makes the new ones, because an editor
 * makes files that everybody can read; nothing is made where one of them is there already.
 */
export const CREATE_SECRETS_REQUEST = new RequestType<CreateSecretsParams, CreateSecrets, void>(
  "tomcatCluster/create/secrets",
);

export interface CreateSecretsParams {
  /** What is to stand in a new file; null for a file that is there, which is only looked at. */
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
}

export interface CreateSecrets {
  /** Files that were made, also where a later one could not be. */
  readonly made: readonly string[];
  /** Why one could not be made. */
  readonly problem: string | null;
  /** What is to be known of those that were made; null where none was. */
  readonly note: string | null;
  /** Which files every user of the machine can read. */
  readonly warnings: readonly string[];
}
