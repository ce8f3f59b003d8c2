import { isRecord, listAt, textAt } from '../json';
import type { Session } from './session';

/** Makes a copy of a workflow in which one node has some other parameters; returns its ID. */
export async function copyOf(session: Session, id: string, nodeName: string, changes: object): Promise<string> {
	const original = await session.api('GET', `/workflows/${id}`);
	const nodes = listAt(original, 'nodes').map((node) => {
		if (!isRecord(node) || node.name !== nodeName) return node;
		return { ...node, parameters: { ...(isRecord(node.parameters) && node.parameters), ...changes } };
	});
	const { name, connections, settings } = original as Record<string, unknown>;
	return textAt(await session.api('POST', '/workflows', { name, nodes, connections, settings }), 'id');
}
