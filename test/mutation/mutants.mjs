// Small changes of conditions, found in the syntax tree of a file: each turns a decision round, or moves its border by one. What describes a
// rule, and what is only there for the types, is left alone.

import ts from "typescript";

/**
 * @typedef {object} Mutant
 * @property {string} file from the root of the checkout
 * @property {number} line of what is changed, from 1 on
 * @property {string} kind what is done: "negated", "border", …
 * @property {number} start offsets into the text of the file
 * @property {number} end
 * @property {string} text what comes in its place
 */

/** @typedef {(node: ts.Node, text: (node: ts.Node) => string) => readonly (readonly [kind: string, of: ts.Node, text: string])[]} Operator */

/** @type {Readonly<Partial<Record<ts.SyntaxKind, readonly [kind: string, text: string]>>>} */
const OTHER_OPERATOR = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: ["and-or", "||"],
  [ts.SyntaxKind.BarBarToken]: ["and-or", "&&"],
  [ts.SyntaxKind.LessThanToken]: ["border", "<="],
  [ts.SyntaxKind.LessThanEqualsToken]: ["border", "<"],
  [ts.SyntaxKind.GreaterThanToken]: ["border", ">="],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ["border", ">"],
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ["equality", "!=="],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ["equality", "==="],
};

/** @type {Readonly<Record<string, string>>} */
const OTHER_METHOD = { some: "every", every: "some" };

/** @type {Operator} */
const operators = (node, text) => {
  if (ts.isIfStatement(node)) {
    const negated = /** @type {const} */ (["negated", node.expression, `!(${text(node.expression)})`]);
    return node.elseStatement === undefined ? [negated, ["dropped", node, ";"]] : [negated];
  }
  if (ts.isConditionalExpression(node)) return [["negated", node.condition, `!(${text(node.condition)})`]];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [["without not", node, `(${text(node.operand)})`]];
  if (node.kind === ts.SyntaxKind.TrueKeyword && ts.isReturnStatement(node.parent)) return [["result", node, "false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword && ts.isReturnStatement(node.parent)) return [["result", node, "true"]];
  if (ts.isBinaryExpression(node)) {
    const { operatorToken, right } = node;
    const other = OTHER_OPERATOR[operatorToken.kind];
    if (other !== undefined) return [[other[0], operatorToken, other[1]]];
    if (!ts.isNumericLiteral(right)) return [];
    if (operatorToken.kind === ts.SyntaxKind.PlusToken) return [["one off", operatorToken, "-"]];
    if (operatorToken.kind === ts.SyntaxKind.MinusToken) return [["one off", operatorToken, "+"]];
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name } = node.expression;
    const other = OTHER_METHOD[name.text];
    if (other !== undefined) return [["some-every", name, other]];
  }
  return [];
};

/** What no decision depends on. @param {ts.Node} node */
function isLeftAlone(node) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return true;
  if (ts.isVariableDeclaration(node)) return ts.isIdentifier(node.name) && node.name.text === "docs";
  return ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === "meta";
}

/**
 * @param {string} file
 * @param {string} source its text
 * @returns {readonly Mutant[]}
 */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (isLeftAlone(node)) return;
    for (const [kind, of, text] of operators(node, (one) => one.getText(tree))) {
      const start = of.getStart(tree);
      found.push({ file, line: tree.getLineAndCharacterOfPosition(start).line + 1, kind, start, end: of.getEnd(), text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/**
 * @param {string} source
 * @param {Mutant} mutant
 */
export function mutated(source, { start, end, text }) {
  return source.slice(0, start) + text + source.slice(end);
}
