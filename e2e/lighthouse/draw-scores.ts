export interface PageScores {
  name: string;
  /** The version of Lighthouse. */
  version: string;
  /** One score for each category, in the order of `categories`. */
  scores: number[];
  failed: string[];
}

export function drawScores(categories: readonly string[], pages: readonly PageScores[]): string {
  const rows = pages.map(({ name, scores }) => `| ${name} | ${scores.join(' | ')} |`);
  const failed = pages.flatMap(({ name, failed: all }) => all.map((each) => `- ${name}: ${each}`));
  return `# Lighthouse

Written by \`npm run bench -- lighthouse\` (${new Date().toISOString().slice(0, 10)}, Lighthouse ${pages[0]?.version}, mobile): the production build served with its strict headers. Of the signed-in
pages (list, draft, request) the SEO rule *is-crawlable* is not asked: \`robots.txt\` keeps them from search engines, which could not open them anyway.
Performance is as on slow 4G and a CPU four times slower than this machine: sign-in on a first visit, the others by who has been there before.

| page | ${categories.join(' | ')} |
|---|${categories.map(() => '---|').join('')}
${rows.join('\n')}

${failed.length > 0 ? `Audits that fail:\n\n${failed.join('\n')}` : 'No audit fails.'}
`;
}
