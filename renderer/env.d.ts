/** What the build puts in. */
interface ImportMetaEnv {
  /** Of the app, as in package.json. */
  readonly MYAKU_VERSION: string;
}
