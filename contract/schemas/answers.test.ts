import { expect, expectTypeOf, test } from 'vitest';
import type {
  AccountDraft,
  Acknowledgement,
  ChangePage,
  CitizenRequest,
  CodeRequiredSession,
  Message,
  MySession,
  NewsWish,
  PublishedLimits,
  ReceiptKeys,
  RequestStatus,
  Session,
  SignedInSession,
} from '../types.ts';
import { type Answers, isAnswer } from './answers.ts';

/** The same answers in the contract's generated types: `tsc` finds here what only one of the two has. */
interface ContractAnswers {
  request: CitizenRequest;
  sentRequest: CitizenRequest | Acknowledgement;
  sentMessage: Message | Acknowledgement;
  draft: AccountDraft;
  changes: ChangePage;
  limits: PublishedLimits;
  receiptKeys: ReceiptKeys;
  session: Session;
  codeRequired: CodeRequiredSession;
  signedIn: SignedInSession;
  mySession: MySession;
  mySessions: { sessions: MySession[] };
  statusCode: { code: string | null };
  requestStatus: RequestStatus;
  newsWish: NewsWish;
  redirect: { authorizeUrl: string; state: string };
}

test('the checks of answers and the contract say the same', () => {
  expectTypeOf<Answers>().toEqualTypeOf<ContractAnswers>();
});

test('a session of nobody is no session of somebody', () => {
  expect(isAnswer('session', { status: 'signedOut' })).toBe(true);
  expect(isAnswer('signedIn', { status: 'signedOut' })).toBe(false);
  expect(isAnswer('session', { status: 'signedIn' })).toBe(false);
});
