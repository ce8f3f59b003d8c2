import { later } from './later';

module.exports = later('esprima-next/dist/esprima.js');
