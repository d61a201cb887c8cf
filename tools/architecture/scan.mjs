import ts from 'typescript';

/** Text of `a.b.c` for a property access or identifier, else ''. */
const dotted = (node) =>
  ts.isIdentifier(node)
    ? node.text
    : ts.isPropertyAccessExpression(node)
      ? `${dotted(node.expression)}.${node.name.text}`
      : '';

const moduleOf = (node) => {
  if (
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
    node.moduleSpecifier &&
    ts.isStringLiteral(node.moduleSpecifier)
  )
    return { name: node.moduleSpecifier.text, typeOnly: Boolean(node.importClause?.isTypeOnly ?? node.isTypeOnly) };
  if (
    ts.isCallExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ImportKeyword &&
    node.arguments[0] &&
    ts.isStringLiteral(node.arguments[0])
  )
    return { name: node.arguments[0].text, typeOnly: false };
  return undefined;
};

/** What of `rule` this one node breaks, in words, or undefined. */
const broken = (rule, node) => {
  const module = moduleOf(node);
  if (module && !module.typeOnly && rule.imports?.some((pattern) => pattern.test(module.name)))
    return `imports ${module.name}`;
  if (ts.isCallExpression(node)) {
    const called = dotted(node.expression);
    if (rule.calls?.includes(called)) return `calls ${called}`;
    if (ts.isPropertyAccessExpression(node.expression) && rule.methodCalls?.includes(node.expression.name.text)) {
      const receiver = dotted(node.expression.expression);
      if (rule.onReceivers.some((pattern) => pattern.test(receiver))) return `calls ${called}`;
    }
  }
  if (
    ts.isNewExpression(node) &&
    rule.newWithoutArguments?.includes(dotted(node.expression)) &&
    !node.arguments?.length
  )
    return `new ${dotted(node.expression)}() reads the clock`;
  if (ts.isStringLiteral(node) && rule.literals?.includes(node.text)) return `names '${node.text}'`;
  return undefined;
};

const applies = (rule, path) =>
  rule.rooms.some((room) => path.startsWith(room)) &&
  !rule.except.some((ending) => path.endsWith(ending)) &&
  !(rule.outside ?? []).some((pattern) => pattern.test(path));

/**
 * Violations of `rules` in one source file: `[{rule, path, line, what, because}]`. `path` is relative to the repository.
 */
export const scan = (rules, path, text) => {
  const mine = rules.filter((rule) => applies(rule, path));
  if (mine.length === 0) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    for (const rule of mine) {
      const what = broken(rule, node);
      if (what) {
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        found.push({ rule: rule.name, path, line, what, because: rule.because });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
