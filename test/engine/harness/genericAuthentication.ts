import type { IAuthenticateGeneric, ICredentialDataDecryptedObject, IHttpRequestOptions, INode, Workflow } from 'n8n-workflow';
import { isExpression } from 'n8n-workflow';

/** Who asks: n8n resolves the expressions of a declarative credential against them. */
export interface Asking {
	credentials: ICredentialDataDecryptedObject;
	workflow: Workflow;
	node: INode;
}

/** Signs as a declarative `authenticate` says: `={{ $credentials.token }}` in headers, query, body or auth. */
export function signed(request: IHttpRequestOptions, { properties }: IAuthenticateGeneric, asking: Asking): IHttpRequestOptions {
	const parts = Object.entries(properties).map(([part, values]): [string, object] => {
		const before: unknown = request[part as keyof IHttpRequestOptions];
		const entries = Object.entries(values as Record<string, string>);
		const added = entries.map(([key, value]): [string, string] => [resolved(key, asking), resolved(value, asking)]);
		return [part, { ...(typeof before === 'object' ? before : {}), ...Object.fromEntries(added) }];
	});
	return { ...request, ...Object.fromEntries(parts) };
}

/** n8n turns every falsy value into the empty text. */
function resolved(text: string, { credentials, workflow, node }: Asking): string {
	if (!isExpression(text)) return text;
	const keys = { $credentials: credentials };
	const value = workflow.expression.getSimpleParameterValue(node, text, 'internal', keys, undefined, '');
	return value ? String(value) : '';
}
