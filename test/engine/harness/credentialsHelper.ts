import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	IExecuteData,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers, UserError } from 'n8n-workflow';

import { getAdditionalKeys } from './engine';
import { signed } from './genericAuthentication';
import type { SavedCredential } from './types';

/** The credentials of a run, kept in memory; reads and signs as n8n's own helper does (defaults, expressions, `authenticate`). */
export class MemoryCredentialsHelper extends ICredentialsHelper {
	readonly #saved: ReadonlyMap<string, SavedCredential>;

	constructor(saved: readonly SavedCredential[]) {
		super();
		const renewing = saved.find(({ type }) => type.preAuthentication !== undefined || type.extends !== undefined);
		if (renewing) throw new UserError(`${renewing.type.name}: preAuthentication and extends are not played here`);
		this.#saved = new Map(saved.map((credential) => [credential.type.name, credential]));
	}

	#find(name: string): SavedCredential {
		const credential = this.#saved.get(name);
		if (credential === undefined) throw new UserError(`Credential "${name}" was not given to the run`);
		return credential;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.#find(type).type.properties;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		await Promise.resolve();
		const { type: credentialType, data } = this.#find(type);
		if (raw === true) return { ...data };
		const complete = NodeHelpers.getNodeParameters(credentialType.properties, data as never, true, false, null, null) ?? {};
		if (resolve === undefined) return complete as ICredentialDataDecryptedObject;
		const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = resolve;
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		return workflow.expression.getParameterValue(
			complete,
			runExecutionData,
			runIndex,
			itemIndex,
			node.name,
			connectionInputData,
			mode,
			keys,
			executeData,
			false,
			complete,
		) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = request as IHttpRequestOptions;
		const { authenticate } = this.#find(typeName).type;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate === undefined || workflow === undefined || node === undefined) return options;
		return signed(options, authenticate, { credentials, workflow, node });
	}

	async preAuthentication(): Promise<undefined> {
		await Promise.resolve();
	}

	async runPreAuthentication(): Promise<undefined> {
		await Promise.resolve();
	}

	async getCredentials(): Promise<ICredentials> {
		return await this.updateCredentials();
	}

	async updateCredentials(): Promise<never> {
		return await Promise.reject(new UserError('A node under test neither reads nor writes stored credentials'));
	}

	async updateCredentialsOauthTokenData(): Promise<never> {
		return await this.updateCredentials();
	}
}
