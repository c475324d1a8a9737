/** Whether this is a demo build or the development server, which carry the pretend server. A test does not count as one. */
export const IS_DEMO: boolean = import.meta.env.MODE === 'demo' || import.meta.env.MODE === 'development';

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
