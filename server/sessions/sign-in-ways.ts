import type { CitizenRow, Db } from '../db/schema.ts';

/** How people prove who they are: each institution has its own ways. Null: nobody signs in that way here. */
export interface SignInWays {
  password: PasswordWay | null;
  provider: ProviderWay | null;
}

export interface PasswordWay {
  /** `citizenId` undefined: nobody has the NISS that was typed. The time that this takes must not tell so. */
  isPasswordRight(db: Db, citizenId: string | undefined, password: string): Promise<boolean>;
  newCode(): string;
  /** Sends the code to the citizen's contact. */
  sendCode(citizen: CitizenRow, code: string): Promise<void>;
  judgeCode(typed: string, sent: string): 'right' | 'wrong' | 'expired';
  /** Null: palavras-chave are not kept here, so nobody can change one. */
  keeping: PasswordKeeping | null;
}

/** What changing a palavra-chave needs. */
export interface PasswordKeeping {
  /** Tells the citizen that their palavra-chave was changed. */
  tellChanged(citizen: CitizenRow): Promise<void>;
  /** Null: whoever has forgotten it asks whoever runs the server. */
  recovery: PasswordRecovery | null;
}

export interface PasswordRecovery {
  /** Fails when no mail can be sent to anybody at this moment. */
  reachMail(): Promise<void>;
  newCode(): string;
  /** Sends the code to the address of a citizen who has one. */
  sendCode(citizen: CitizenRow, code: string): Promise<void>;
  /** `isSent`: tells whether a code is the one that was sent. */
  judgeCode(typed: string, isSent: (typed: string) => boolean): 'right' | 'wrong' | 'expired';
}

export interface ProviderWay {
  begin(state: string): Promise<Begun>;
  /** Returns whom the provider confirms by the code that came back from it; null: nobody. */
  confirm(back: { code: string; state: string }, kept: string): Promise<Confirmed | null>;
}

interface Begun {
  /** The provider's page, where it asks the person to sign in. */
  authorizeUrl: string;
  /** What the server needs when the person comes back, and nobody else may know. */
  kept: string;
}

export interface Confirmed {
  niss: string;
  name: string;
  /** Null: the provider is not asked for an address, or does not tell one. */
  email: string | null;
}
