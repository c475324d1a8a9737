/**
 * Demo builds and the development server carry the pretend server. Written out where it is asked, so that the bundler sees a literal and
 * drops the branch: a production build must contain nothing of it.
 */
export const IS_DEMO: boolean = import.meta.env.MODE === 'demo' || import.meta.env.DEV;

declare global {
  interface ImportMetaEnv {
    readonly TEXTS_URL: string;
    /** Below which address the app stands: empty, or as `/eclic`. */
    readonly BASE_PATH: string;
    /** Of this build: a hash of all that it holds. */
    readonly BUILD_ID: string;
    /** The version, and of which commit. */
    readonly RELEASE: string;
  }
}

/** The folder of all texts of this release: `<language>/<namespace>.json`. */
export const TEXTS_URL = import.meta.env.TEXTS_URL;
