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
/** The subscription by which a browser is told of news, and how. */
export type PushSubscription = Schemas['PushSubscription'];
export type RequestKind = Schemas['RequestKind'];
export type RequestState = Schemas['RequestState'];
export type OnBehalfOf = Schemas['OnBehalfOf'];
export type Labelled = Schemas['Labelled'];
/** A topic, with the labels with which it was written. */
export type Topic = Schemas['Topic'];
/** A draft's topic, perhaps not complete; null before the citizen has begun to choose. */
export type DraftTopic = Topic | Schemas['TopicBegun'] | null;
export type Topics = Schemas['Topics'];
export type PublishedLimits = Schemas['Limits'];
/** The service's name, the ways to sign in to it, and the limits of a day. */
export type Service = Schemas['Service'];
/** The public keys that verify receipts, and the service's origins that sign them. */
export type ReceiptKeys = Schemas['ReceiptKeys'];
export type Attachment = Schemas['Attachment'];
export type SubmittedAttachment = Schemas['SubmittedAttachment'];
export type ComplaintDetails = Schemas['ComplaintDetails'];
/** The request and the purpose of the reply that a draft becomes, when it becomes no request of its own. */
export type ReplyTarget = Schemas['ReplyTarget'];
export type CitizenPurpose = Schemas['CitizenPurpose'];
export type DraftContent = Schemas['DraftContent'];
export type AccountDraft = Schemas['Draft'];
export type RequestSubmission = Schemas['RequestSubmission'];
export type ReplySubmission = Schemas['ReplySubmission'];
export type Rating = Schemas['Rating'];
export type CitizenRequest = Schemas['CitizenRequest'];
/** All that a person sees with the *código de consulta* of a request. */
export type RequestStatus = Schemas['RequestStatus'];
export type Message = Schemas['Message'];
/** All that a device receives for what it sends with a ticket. */
export type Acknowledgement = Schemas['Acknowledgement'];
export type Change = Schemas['Change'];
export type ChangePage = Schemas['ChangePage'];
export type Problem = Schemas['Problem'];
export type ProblemType = Schemas['ProblemType'];
export type ContractIssue = Schemas['Issue'];
