/** Where the texts of this language are, those of the demo panel aside. */
export const addresses = import.meta.glob<string>(['../../locales/fr/*.json', '!**/demo.json'], {
  query: '?url',
  import: 'default',
  eager: true,
});
