/**
 * Demo builds and the development server carry the pretend server. Code that loads it writes this condition out, so that the bundler sees a literal
 * and drops the branch: a production build must contain nothing of it.
 */
export const IS_DEMO: boolean = import.meta.env.MODE === 'demo' || import.meta.env.DEV;

declare global {
  interface ImportMetaEnv {
    readonly TEXTS_URL: string;
    /** The path below which the app stands: empty, or such as `/eclic`. */
    readonly BASE_PATH: string;
    /** The id of this build: a hash of all that it holds. */
    readonly BUILD_ID: string;
    /** The version of this build, and the commit that it was made of. */
    readonly RELEASE: string;
  }
}

/** The folder of all texts of this release: `<language>/<namespace>.json`. */
export const TEXTS_URL = import.meta.env.TEXTS_URL;
