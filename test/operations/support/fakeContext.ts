import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';

/** A value that an expression gives, made anew for each item. */
type Expression = (item: number) => unknown;

/** A node as a test sets it up. Parameters that are functions stand for expressions. */
export interface FakeNode {
	readonly parameters?: Readonly<Record<string, unknown>>;
	/** How many items come in. */
	readonly items?: number;
	/** What they hold; nothing where it is not said. */
	readonly json?: readonly IDataObject[];
	readonly node?: Partial<INode>;
	readonly credential?: ICredentialDataDecryptedObject | (() => never);
	/** What n8n keeps for the node between its tries. */
	readonly kept?: IDataObject;
	readonly mode?: WorkflowExecuteMode;
	readonly signal?: AbortSignal;
	/** n8n's HTTP helper. */
	readonly http?: (options: IHttpRequestOptions) => Promise<unknown>;
	/** Whether n8n is so old that it knows no hints. */
	readonly knowsNoHints?: true;
}

/** n8n's context, and what a node tells it. */
export interface FakeContext {
	readonly context: IExecuteFunctions;
	readonly hints: NodeExecutionHint[];
	/** What stands in n8n's log as an error. */
	readonly logged: string[];
}

let nodes = 0;

/** n8n's context for a node, without n8n: each has an account of its own. */
export function fakeContext(fake: FakeNode = {}): FakeContext {
	const { parameters = {}, json = [], items = 1, node = {}, credential = {}, kept = {}, mode = 'manual' } = fake;
	const hints: NodeExecutionHint[] = [];
	const logged: string[] = [];
	const typed = Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [name, isExpression(value) ? `={{ ${name} }}` : value]),
	);
	const id = `account-${++nodes}`;
	const self = {
		name: 'Node',
		type: 'n8n-nodes-cascade-messaging.cascadeMessaging',
		parameters: typed,
		credentials: { cascadeMessagingApi: { id, name: 'Account' } },
		...node,
	};
	const context = {
		getNode: () => self,
		getNodeParameter: (name: string, item: number, byDefault?: unknown) => {
			const value = parameters[name];
			return isExpression(value) ? value(item) : (value ?? byDefault);
		},
		getInputData: () => Array.from({ length: items }, (_, index) => ({ json: json[index] ?? {} })),
		continueOnFail: () => self.continueOnFail === true || (self.onError ?? 'stopWorkflow') !== 'stopWorkflow',
		getCredentials: async () =>
			typeof credential === 'function'
				? credential()
				: { host: 'https://gateway.example', timeZone: 'UTC', login: 'me', password: 'hunter2', ...credential },
		getContext: () => kept,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getMode: () => mode,
		getTimezone: () => 'Europe/Moscow',
		getWorkflow: () => ({ id: 'w1', name: 'Workflow' }),
		getExecutionId: () => '100',
		getExecutionCancelSignal: () => fake.signal,
		evaluateExpression: (source: string, item: number) => `${source} of item ${item}`,
		...(fake.knowsNoHints !== true && { addExecutionHints: (...given: NodeExecutionHint[]) => hints.push(...given) }),
		logger: { error: (words: string) => logged.push(words), warn: () => undefined },
		helpers: { httpRequestWithAuthentication: async (_: string, options: IHttpRequestOptions) => await fake.http?.(options) },
	};
	return { context: context as unknown as IExecuteFunctions, hints, logged };
}

function isExpression(value: unknown): value is Expression {
	return typeof value === 'function';
}
