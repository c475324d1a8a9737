import process from 'node:process';

/** What is taken of the running app: `npm run screens` the pictures of the documents, `-- film` the film of *Ajuda*, `-- engines` ten pages in each engine. */
const TAKEN: Readonly<Record<string, () => Promise<unknown>>> = {
  pictures: () => import('./take-screens.ts'),
  film: () => import('./record-film.ts'),
  engines: () => import('../engines/screens/take-engine-screens.ts'),
};

const [, , name = 'pictures'] = process.argv;
const take = Object.hasOwn(TAKEN, name) ? TAKEN[name] : undefined;
if (!take) throw new Error(`There is no «${name}»: ${Object.keys(TAKEN).join(', ')}`);
await take();
