export { banOf, internals, isInternal, isPromising, promising, type Ban } from './ban';
export { Bans, type During, type Violation } from './Bans';
export { freezeIntrinsics } from './freezeIntrinsics';
export { guardTfjs } from './guardTfjs';
export { hideEngine } from './hideEngine';
export { restoreIntrinsics } from './restoreIntrinsics';
