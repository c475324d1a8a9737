/** The path to which another app of the device posts what it shares, and on which the citizen then chooses a draft for it. */
export const SHARE_PATH = '/partilhar';

/**
 * The reasons why a share was not kept. `espaco`: the device could not keep it. `vazio`: it was empty. `origem`: a page of another site sent it.
 * `aparelho`: on this shared device nobody could find it later. `cedo`: it came before the app's worker was there to take it.
 */
export const SHARE_FAILURES = ['espaco', 'vazio', 'origem', 'aparelho', 'cedo'] as const;

export type ShareFailure = (typeof SHARE_FAILURES)[number];

export const failedShare = (why: ShareFailure) => `${SHARE_PATH}?falta=${why}`;

/** The fields of the form in which a share comes; the manifest names them. */
export const SHARE_FIELDS = { title: 'titulo', text: 'texto', url: 'endereco', files: 'ficheiros' } as const;
