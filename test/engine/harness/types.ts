import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	IWorkflowSettings,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';

/** A credential as a user saved it; missing fields get the defaults of its type, `={{ … }}` values are resolved. */
export interface SavedCredential {
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

/** One node on the canvas, behind a start node that hands out the items. */
export interface NodeOnCanvas {
	node: INodeType;
	/** Default: that of a node added today. */
	typeVersion?: number | undefined;
	/** As in an exported workflow: `'={{ $json.phone }}'` is an expression. Missing ones get the defaults of the node. */
	parameters?: INodeParameters | undefined;
	/** What the start node hands out: bare objects, or whole items where binary data or links matter. Default: one empty item. */
	items?: (IDataObject | INodeExecutionData)[] | undefined;
	credentials?: SavedCredential[] | undefined;
	/** Settings of the node: what happens to items that failed. Default 'stopWorkflow'. */
	onError?: OnError | undefined;
	retryOnFail?: boolean | undefined;
	/** 2 to 5; n8n's default is 3. */
	maxTries?: number | undefined;
	/** Milliseconds between the tries. Default 1: n8n reads 0 as 1000. */
	waitBetweenTries?: number | undefined;
	alwaysOutputData?: boolean | undefined;
	executeOnce?: boolean | undefined;
	/** IANA name, the zone of the workflow: what `$now` and `getTimezone()` go by. */
	timezone?: string | undefined;
	settings?: IWorkflowSettings | undefined;
	workflow?: { id?: string; name?: string; active?: boolean; staticData?: IDataObject } | undefined;
	/** What `this.getContext('node')` holds at the start. */
	nodeContext?: IDataObject | undefined;
	executionId?: string | undefined;
	/** Default 'trigger', as an active workflow runs; 'manual' is the button in the editor. */
	mode?: 'trigger' | 'manual' | 'webhook' | undefined;
}

/** What is left of a run, as n8n would store and show it. */
export interface NodeResult {
	status: IRun['status'];
	/** Items of the node, one list per output; the error output is the last one. Empty when the run stopped. */
	output: INodeExecutionData[][];
	/** Why the run stopped, as n8n stores it: a copy with message, description and context, no longer an instance of its class. */
	error: IRun['data']['resultData']['error'];
	/** What `execute` threw, one entry per try that threw: the very objects. */
	thrown: unknown[];
	/** How often `execute` was called. */
	executions: number;
	nodeContext: IDataObject;
	hints: NodeExecutionHint[];
	staticData: IDataObject;
	runData: IRun['data']['resultData']['runData'];
	/** All of it; `retryExecution` starts from here. */
	run: IRun;
}

/** A run under way. */
export interface NodeRun {
	result: Promise<NodeResult>;
	/** The Stop button: aborts the execution's signal, and with it the request under way. */
	cancel: () => void;
}
