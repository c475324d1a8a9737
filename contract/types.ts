import type { components } from './openapi.gen.ts';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type MySession = Schemas['MySession'];
export type SignIn = Schemas['SignIn'];
export type SignInWay = Schemas['SignInWay'];
export type SignedInSession = Schemas['SessionSignedIn'];
export type CodeRequiredSession = Schemas['SessionCodeRequired'];
export type Person = Schemas['Person'];
export type Holder = Schemas['Holder'];
export type Contact = Schemas['Contact'];
/** Whether the citizen is told of news at their contact. */
export type NewsWish = Schemas['NewsWish'];
/** By which a browser is told of news, and how. */
export type PushSubscription = Schemas['PushSubscription'];
export type RequestKind = Schemas['RequestKind'];
export type RequestState = Schemas['RequestState'];
export type OnBehalfOf = Schemas['OnBehalfOf'];
export type Labelled = Schemas['Labelled'];
/** What a request is about, with the labels it was written with. */
export type Topic = Schemas['Topic'];
/** A draft's topic, perhaps not complete. Null: not begun. */
export type DraftTopic = Topic | Schemas['TopicBegun'] | null;
export type Topics = Schemas['Topics'];
export type PublishedLimits = Schemas['Limits'];
/** What the service is called, how people sign in to it, and what they may send in a day. */
export type Service = Schemas['Service'];
/** Public keys by which receipts are checked, and in whose name they sign. */
export type ReceiptKeys = Schemas['ReceiptKeys'];
export type Attachment = Schemas['Attachment'];
export type SubmittedAttachment = Schemas['SubmittedAttachment'];
export type ComplaintDetails = Schemas['ComplaintDetails'];
/** What a draft that is no request of its own answers. */
export type ReplyTarget = Schemas['ReplyTarget'];
export type CitizenPurpose = Schemas['CitizenPurpose'];
export type DraftContent = Schemas['DraftContent'];
export type AccountDraft = Schemas['Draft'];
export type RequestSubmission = Schemas['RequestSubmission'];
export type ReplySubmission = Schemas['ReplySubmission'];
export type Rating = Schemas['Rating'];
export type CitizenRequest = Schemas['CitizenRequest'];
/** All that the *código de consulta* opens. */
export type RequestStatus = Schemas['RequestStatus'];
export type Message = Schemas['Message'];
/** All that a ticket is answered. */
export type Acknowledgement = Schemas['Acknowledgement'];
export type Change = Schemas['Change'];
export type ChangePage = Schemas['ChangePage'];
export type Problem = Schemas['Problem'];
export type ProblemType = Schemas['ProblemType'];
export type ContractIssue = Schemas['Issue'];
