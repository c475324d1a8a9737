import ts from 'typescript';
import type { Sources } from './architecture-rules.ts';

/** Attributes whose words people read or hear. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext)|title|alt|placeholder|heading|legend|hint|error|text|caption|\w*[lL]abel)$/;

/** Functions that show or speak their first argument. */
const SAYS = new Set(['announce', 'showNotice', 'alert', 'confirm', 'prompt']);

/** Properties that become text when they are set. */
const SHOWN = new Set(['title', 'textContent', 'innerText']);

/** Operators that pass words on. Words that are only compared are not read. */
const JOINS = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** A word. Letters that are all capitals, such as NISS, are a name in every language. */
const WORDS = /\p{Letter}\p{Lowercase}/u;

/** Finds sentences that stand in code instead of in `locales`. */
export function findSentences(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([path, source]) => {
    if (path.includes('.test.') || path.startsWith('testing/')) return [];
    // A plain file is not read as TSX: a generic function in it would be an element whose text is the rest of the file.
    const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
    return sentencesIn(file).map((sentence) => `${path} says «${sentence}» itself`);
  });
}

function sentencesIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  function visit(node: ts.Node): void {
    for (const text of wordsOf(node)) if (WORDS.test(text)) found.push(text.trim());
    ts.forEachChild(node, visit);
  }
  visit(file);
  return found;
}

function wordsOf(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text];
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) ? [] : wordsIn(node.expression);
  if (ts.isJsxAttribute(node)) return SPOKEN.test(node.name.getText()) ? wordsIn(node.initializer) : [];
  if (ts.isCallExpression(node)) {
    return SAYS.has(nameOf(node.expression)) ? wordsIn(node.arguments[0]) : [];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return ts.isPropertyAccessExpression(node.left) && SHOWN.has(node.left.name.text)
      ? wordsIn(node.right)
      : [];
  }
  return [];
}

function nameOf(called: ts.Expression): string {
  if (ts.isPropertyAccessExpression(called)) return called.name.text;
  return ts.isIdentifier(called) ? called.text : '';
}

/** Returns the words that an expression can yield, by any of its branches. */
function wordsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  }
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return wordsIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...wordsIn(node.whenTrue), ...wordsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    return JOINS.has(node.operatorToken.kind) ? [...wordsIn(node.left), ...wordsIn(node.right)] : [];
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((part) =>
      ts.isPropertyAssignment(part) ? wordsIn(part.initializer) : [],
    );
  }
  return [];
}
