import type { Architecture } from '../../src/release/release.ts';
import { guidOf, type MsiFacts } from './shape.ts';

/** What stands in a package's source. */
export interface PackageSource extends MsiFacts {
  readonly architecture: Architecture;
  /** What all random GUIDs of the package come from. */
  readonly content: string;
  /** The launch condition; Go's own asks for Windows 10. */
  readonly condition: string;
  /** Paths of the files below the tree's root, with slashes. */
  readonly files: readonly string[];
}

/** Windows 10 and later call themselves 603 to installers. */
export const GO_CONDITION = 'VersionNT >= 603';

/**
 * A WiX source in the shape of Go's own: one component a file with a GUID of its own in every build, INSTALLDIR, the launch
 * condition, RemoveExistingProducts right after InstallValidate (MajorUpgrade's default) for lower, equal and higher
 * versions, PATH and GOPATH by the Environment table, HKCU key paths, the shortcut, ARPINSTALLLOCATION set late.
 *
 * Three things are said in wixl's own way: Upgrade stands for MajorUpgrade, of which wixl makes two rows that leave the equal
 * version out; Permanent is "yes" for what goes with an uninstallation, since wixl 0.106 has it the wrong way round; and the
 * late action is named by what it comes after. And GOPATH is Go's %USERPROFILE%\go with the variable already filled in: Wine
 * makes it a REG_SZ, which nobody expands, and a real go.exe refuses to run with it.
 */
export function wxsOf(source: PackageSource): string {
  const { architecture, productCode, upgradeCode, productName, productVersion, content } = source;
  const programFiles = architecture === 'x86' ? 'ProgramFilesFolder' : 'ProgramFiles64Folder';
  const system = architecture === 'x86' ? 'SystemFolder' : 'System64Folder';
  const win64 = architecture === 'x86' ? 'no' : 'yes';
  const installerVersion = architecture === 'arm64' ? 500 : 300;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="${productCode}" Name="${productName}" Language="1033" Version="${productVersion}" Manufacturer="https://go.dev" UpgradeCode="${upgradeCode}">
<Package Id="${guidOf(`package ${content}`)}" Keywords="Installer" Description="The Go Programming Language Installer" InstallerVersion="${installerVersion}" Compressed="yes" InstallScope="perMachine" Languages="1033"/>
<Property Id="ARPCOMMENTS" Value="The Go programming language is a fast, statically typed, compiled language."/>
<Property Id="ARPCONTACT" Value="golang-nuts@googlegroups.com"/>
<Property Id="ARPHELPLINK" Value="https://go.dev/help"/>
<Property Id="ARPURLINFOABOUT" Value="https://go.dev"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Media Id="1" Cabinet="go.cab" EmbedCab="yes"/>
<Condition Message="Windows 10 or greater required.">${escaped(source.condition)}</Condition>
<Upgrade Id="${upgradeCode}"><UpgradeVersion Minimum="0" IncludeMinimum="yes" MigrateFeatures="yes" Property="WIX_UPGRADE_DETECTED"/></Upgrade>
<CustomAction Id="SetApplicationRootDirectory" Property="ARPINSTALLLOCATION" Value="[INSTALLDIR]"/>
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="${programFiles}"><Directory Id="INSTALLDIR" Name="Go">
${treeOf(source.files, content, win64)}</Directory></Directory>
<Directory Id="ProgramMenuFolder"><Directory Id="GoProgramShortcutsDir" Name="Go Programming Language">
<Component Id="Component_GoProgramShortCuts" Guid="{f5fbfb5e-6c5c-423b-9298-21b0e3c98f4b}">
<Shortcut Id="UninstallShortcut" Name="Uninstall Go" Description="Uninstalls Go and all of its components" Target="[${system}]msiexec.exe" Arguments="/x [ProductCode]"/>
<RemoveFolder Id="GoProgramShortcutsDir" On="uninstall"/>
<RegistryValue Root="HKCU" Key="Software\\GoProgrammingLanguage" Name="ShortCuts" Type="integer" Value="1" KeyPath="yes"/>
</Component></Directory></Directory>
<Directory Id="EnvironmentEntries"><Directory Id="GoEnvironmentEntries" Name="Go Programming Language">
<Component Id="Component_GoEnvironment" Guid="{3ec7a4d5-eb08-4de7-9312-2df392c45993}">
<RegistryValue Root="HKCU" Key="Software\\GoProgrammingLanguage" Name="installed" Type="integer" Value="1" KeyPath="yes"/>
<RegistryValue Root="HKCU" Key="Software\\GoProgrammingLanguage" Name="installLocation" Type="string" Value="[INSTALLDIR]"/>
<Environment Id="GoPathEntry" Action="set" Part="last" Name="PATH" Permanent="yes" System="yes" Value="[INSTALLDIR]bin"/>
<Environment Id="UserGoPath" Action="create" Name="GOPATH" Permanent="yes" Value="[%USERPROFILE]\\go"/>
<Environment Id="UserGoPathEntry" Action="set" Part="last" Name="PATH" Permanent="yes" Value="%USERPROFILE%\\go\\bin"/>
</Component></Directory></Directory>
</Directory>
<Feature Id="GoTools" Title="Go" Level="1">
<ComponentRef Id="Component_GoEnvironment"/>
<ComponentRef Id="Component_GoProgramShortCuts"/>
${source.files.map((_, index) => `<ComponentRef Id="c${index}"/>\n`).join('')}</Feature>
<InstallExecuteSequence>
<RemoveExistingProducts After="InstallValidate"/>
<Custom Action="SetApplicationRootDirectory" After="PublishProduct"/>
</InstallExecuteSequence>
</Product>
</Wix>
`;
}

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly components: string[];
}

/** The tree of files as nested Directory elements. */
function treeOf(files: readonly string[], content: string, win64: string): string {
  const root: Folder = { folders: new Map(), components: [] };
  for (const [index, file] of files.entries()) {
    const names = file.split('/');
    const name = names.pop() ?? '';
    folderAt(root, names).components.push(
      `<Component Id="c${index}" Guid="${guidOf(`${file} ${content}`)}" Win64="${win64}">` +
        `<File Id="f${index}" Name="${escaped(name)}" Source="${escaped(file)}" KeyPath="yes"/></Component>\n`,
    );
  }
  let count = 0;
  const print = ({ folders, components }: Folder): string =>
    components.join('') +
    [...folders]
      .map(
        ([name, folder]) =>
          `<Directory Id="d${count++}" Name="${escaped(name)}">\n${print(folder)}</Directory>\n`,
      )
      .join('');
  return print(root);
}

function folderAt(root: Folder, names: readonly string[]): Folder {
  let at = root;
  for (const name of names) {
    const next = at.folders.get(name) ?? { folders: new Map(), components: [] };
    at.folders.set(name, next);
    at = next;
  }
  return at;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
