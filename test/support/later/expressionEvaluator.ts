import { later } from './later';

type Handler = (error: unknown) => void;

interface Evaluator {
	setErrorHandler: (handler: Handler) => void;
	evaluateExpression: (...given: unknown[]) => unknown;
}

const evaluator = later('n8n-workflow/dist/cjs/expression-evaluator-proxy.js') as Readonly<Record<string, unknown>> & Evaluator;
let handler: Handler | undefined;

/** n8n says at once what is to be done with errors, whether or not there will be an expression. */
export const setErrorHandler: Evaluator['setErrorHandler'] = (given) => {
	handler = given;
};

/** Loads the evaluator with the first expression. */
export const evaluateExpression: Evaluator['evaluateExpression'] = (...given) => {
	if (handler !== undefined) evaluator.setErrorHandler(handler);
	handler = undefined;
	return evaluator.evaluateExpression(...given);
};
