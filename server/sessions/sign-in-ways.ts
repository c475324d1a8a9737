import type { CitizenRow, Db } from '../db/schema.ts';

/** How somebody proves who they are: each institution has its own. Null: nobody signs in by that way here. */
export interface SignInWays {
  password: PasswordWay | null;
  provider: ProviderWay | null;
}

export interface PasswordWay {
  /** Undefined: nobody has the NISS that was given, of which the time that it takes must not tell. */
  isPasswordRight(db: Db, citizenId: string | undefined, password: string): Promise<boolean>;
  newCode(): string;
  /** To the citizen's contact. */
  sendCode(citizen: CitizenRow, code: string): Promise<void>;
  judgeCode(typed: string, sent: string): 'right' | 'wrong' | 'expired';
  /** Null: palavras-chave are not kept here, and nobody chooses another one. */
  keeping: PasswordKeeping | null;
}

/** What it takes to choose another palavra-chave. */
export interface PasswordKeeping {
  /** That it was changed. */
  tellChanged(citizen: CitizenRow): Promise<void>;
  /** Null: whoever has forgotten it asks whoever runs the server. */
  recovery: PasswordRecovery | null;
}

export interface PasswordRecovery {
  /** Fails where no mail could be sent to anybody now. */
  reachMail(): Promise<void>;
  newCode(): string;
  /** To the citizen's address, of whom there is one. */
  sendCode(citizen: CitizenRow, code: string): Promise<void>;
  /** `isSent`: whether it is the code that was sent. */
  judgeCode(typed: string, isSent: (typed: string) => boolean): 'right' | 'wrong' | 'expired';
}

export interface ProviderWay {
  begin(state: string): Promise<Begun>;
  /** Whom the provider confirms, by the code that came back from it; null: nobody. */
  confirm(back: { code: string; state: string }, kept: string): Promise<Confirmed | null>;
}

interface Begun {
  /** Where the provider asks them. */
  authorizeUrl: string;
  /** What is needed when they come back, and nobody else may know. */
  kept: string;
}

export interface Confirmed {
  niss: string;
  name: string;
  /** Null: the provider is not asked for it, or does not say. */
  email: string | null;
}
