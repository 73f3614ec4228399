/** The name of the node that a link, a member or an event refers to by its index. */
export function nodeName({ nodes }: { readonly nodes: readonly { readonly name: string }[] }, index: number): string {
  const node = nodes[index];
  if (!node) throw new RangeError(`no node ${index} among ${nodes.length}`);
  return node.name;
}
