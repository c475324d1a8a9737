import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One small fault that somebody could have written. */
export interface Mutant {
  file: string;
  line: number;
  start: number;
  end: number;
  was: string;
  becomes: string;
}

/** Pairs of operators and names, each of which could have been written for the other. */
const PAIRS = '=== !==, < <=, > >=, && ||, + -, * /, some every, min max, below belowOrEqual'
  .split(', ')
  .map((pair) => pair.split(' ') as [string, string]);
const OTHERS = new Map([...PAIRS, ...PAIRS.map(([one, other]) => [other, one] as const), ['??', '&&']]);

/** Calls that narrow or order a query or a list; a fault leaves one of them out. */
const LEFT_OUT = ['where', 'filter', 'orderBy', 'limit', 'sort', 'toSorted', 'forUpdate'];

/** Returns every such fault that a file can have, in the order of its text. */
export function findMutants(file: string): Mutant[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    for (const [place, becomes] of faultsOf(node)) {
      const start = place.getStart();
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      mutants.push({ file, line, start, end: place.end, was: place.getText(), becomes });
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return mutants;
}

type Fault = [place: ts.Node, becomes: string];

function faultsOf(node: ts.Node): Fault[] {
  if (ts.isBinaryExpression(node)) return operatorFaults(node);
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return conditionFaults(node.expression);
  if (ts.isConditionalExpression(node)) return conditionFaults(node.condition);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [[node, `(${node.operand.getText()})`]];
  if (ts.isLiteralTypeNode(node.parent)) return [];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isExpressionStatement(node)) return [[node, ';']];
  if (ts.isSpreadAssignment(node)) return [[node, '...{}']];
  if (ts.isReturnStatement(node) && node.expression) return [[node.expression, 'undefined']];
  return ts.isCallExpression(node) ? callFaults(node) : [];
}

function operatorFaults(node: ts.BinaryExpression): Fault[] {
  const other = OTHERS.get(node.operatorToken.getText());
  // The brackets are needed: `??` and `&&` may not stand side by side.
  return other ? [[node, `((${node.left.getText()}) ${other} (${node.right.getText()}))`]] : [];
}

/** The condition always holds, or never does. In a loop, one that always holds would have no end. */
function conditionFaults(condition: ts.Expression): Fault[] {
  const outcomes = ts.isWhileStatement(condition.parent) ? ['false'] : ['true', 'false'];
  return outcomes.map((becomes) => [condition, becomes]);
}

function callFaults({ expression: called }: ts.CallExpression): Fault[] {
  if (!ts.isPropertyAccessExpression(called)) return [];
  const other = OTHERS.get(called.name.text);
  if (other) return [[called.name, other]];
  return LEFT_OUT.includes(called.name.text) ? [[called.parent, called.expression.getText()]] : [];
}
