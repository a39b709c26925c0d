declare module "heic-decode" {
  type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> };
  type Image = { readonly width: number; readonly height: number; decode(): Promise<Decoded> };
  const decode: { all(input: { readonly buffer: Uint8Array }): Promise<readonly Image[] & { dispose(): void }> };
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default decode;
}
