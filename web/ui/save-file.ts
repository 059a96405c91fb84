/** Handing a file to whoever reads the page. The browser saves it like every download; nothing of it stays here. */
export function saveFile(name: string, content: unknown): void {
  const json = JSON.stringify(content);
  const url = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
