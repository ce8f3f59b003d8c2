import type { IExecuteFunctions } from 'n8n-workflow';

import type { Account } from '../../../transport/account';
import { getAccount } from '../../../transport/account';
import { failureOf } from '../../shared/failureOf';
import { ParameterReader } from '../../shared/parameterReader';
import { toValues } from '../../shared/values';
import { AccountQuestions } from './accountQuestions';
import type { SendSettings } from './options';
import { readSettings } from './options';
import { RunMemory } from './runMemory';

/** One run of Send: what it works with from its beginning to its end. */
export interface SendRun {
	readonly context: IExecuteFunctions;
	readonly parameters: ParameterReader;
	readonly settings: SendSettings;
	readonly account: Account;
	/** What became of recipients in earlier tries of the run. */
	readonly memory: RunMemory;
	/** What is asked about the account; nothing is, unless somebody needs it. */
	readonly questions: AccountQuestions;
}

/**
 * Reads what holds for a whole run.
 *
 * @throws {ItemError} `valueNotReadable` when an option cannot be read.
 * @throws {NodeOperationError} when the credential cannot be used.
 */
export async function beginRun(context: IExecuteFunctions): Promise<SendRun> {
	const parameters = new ParameterReader(context);
	const settings = readSettings(toValues(parameters.read('options', 0, {})));
	const account = await getAccount(context);
	const { timeoutSeconds, retries } = settings;
	const questions = new AccountQuestions(context, account, { timeoutSeconds, retries, signal: context.getExecutionCancelSignal() });
	return { context, parameters, settings, account, memory: new RunMemory(context), questions };
}

/**
 * Does work that may fail without harm to accepted messages: once a request is out nothing may throw. Returns `instead` when it throws; a
 * fault of the node is written to n8n's log.
 */
export async function safely<T>({ context, account }: SendRun, act: () => T | Promise<T>, instead: T): Promise<T> {
	try {
		return await act();
	} catch (error) {
		failureOf(error, context, account.redact);
		return instead;
	}
}
