import 'i18next';
import type answers from '../locales/pt-PT/answers.json';
import type attachments from '../locales/pt-PT/attachments.json';
import type common from '../locales/pt-PT/common.json';
import type copies from '../locales/pt-PT/copies.json';
import type demo from '../locales/pt-PT/demo.json';
import type draft from '../locales/pt-PT/draft.json';
import type glossary from '../locales/pt-PT/glossary.json';
import type help from '../locales/pt-PT/help.json';
import type install from '../locales/pt-PT/install.json';
import type issues from '../locales/pt-PT/issues.json';
import type legal from '../locales/pt-PT/legal.json';
import type password from '../locales/pt-PT/password.json';
import type proposal from '../locales/pt-PT/proposal.json';
import type push from '../locales/pt-PT/push.json';
import type receipt from '../locales/pt-PT/receipt.json';
import type requests from '../locales/pt-PT/requests.json';
import type scan from '../locales/pt-PT/scan.json';
import type session from '../locales/pt-PT/session.json';
import type settings from '../locales/pt-PT/settings.json';
import type share from '../locales/pt-PT/share.json';
import type statistics from '../locales/pt-PT/statistics.json';
import type status from '../locales/pt-PT/status.json';
import type sync from '../locales/pt-PT/sync.json';
import type thread from '../locales/pt-PT/thread.json';
import type topic from '../locales/pt-PT/topic.json';
import type topics from '../locales/pt-PT/topics.json';
import type verify from '../locales/pt-PT/verify.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      answers: typeof answers;
      attachments: typeof attachments;
      common: typeof common;
      copies: typeof copies;
      demo: typeof demo;
      draft: typeof draft;
      glossary: typeof glossary;
      help: typeof help;
      install: typeof install;
      issues: typeof issues;
      legal: typeof legal;
      password: typeof password;
      proposal: typeof proposal;
      push: typeof push;
      receipt: typeof receipt;
      requests: typeof requests;
      scan: typeof scan;
      session: typeof session;
      settings: typeof settings;
      share: typeof share;
      statistics: typeof statistics;
      status: typeof status;
      sync: typeof sync;
      thread: typeof thread;
      topic: typeof topic;
      topics: typeof topics;
      verify: typeof verify;
    };
  }
}
