import type { components } from './office.gen.ts';

type Schemas = components['schemas'];

export type OfficeNewsPage = Schemas['NewsPage'];
export type OfficeWhat = Schemas['What'];
export type OfficeWaitingPage = Schemas['WaitingPage'];
export type OfficeRequestSummary = Schemas['RequestSummary'];
export type OfficeRequestBody = Schemas['OfficeRequest'];
export type OfficeActBody = Schemas['Act'];
export type OfficeSilentAct = Schemas['SilentAct'];
export type OfficeSpokenAct = Schemas['SpokenAct'];
export type OfficeForwardAct = Schemas['ForwardAct'];
export type OfficeForwardToServiceAct = Schemas['ForwardToServiceAct'];
export type OfficeServiceList = Schemas['ServiceList'];
export type OfficeAssigning = Schemas['Assigning'];
export type OfficeNoteList = Schemas['NoteList'];
export type OfficeNoteBody = Schemas['NoteBody'];
export type OfficeSearch = Schemas['Search'];
export type OfficeFound = Schemas['Found'];
export type OfficeSavedReplyList = Schemas['SavedReplyList'];
export type OfficeSavedReplyBody = Schemas['SavedReplyBody'];
export type OfficeFileName = Schemas['NamedFile'];
export type OfficeProblem = Schemas['Problem'];
export type OfficeFigures = Schemas['Figures'];
export type OfficeFiguresRow = Schemas['FiguresRow'];
export type OfficeCountedBy = Schemas['CountedBy'];
