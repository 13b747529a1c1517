# Run on a real Windows by .github/workflows/ci.yml, after a change with scope: machine. Throws where anything is not as it should be.
[CmdletBinding()]
param(
    # The tree that current has to lead to.
    [Parameter(Mandatory)] [string] $Goroot,
    # Of its Go: 1.25.1.
    [Parameter(Mandatory)] [string] $Version,
    # A file with the machine's PATH as it was before the first change.
    [Parameter(Mandatory)] [string] $PathBefore
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3.0

function Confirm-That([bool] $Holds, [string] $What) {
    if (-not $Holds) { throw "Not as it should be: $What" }
    Write-Output $What
}

$current = Join-Path $env:ProgramData 'setup-go-win\current'
$link = Get-Item -LiteralPath $current
Confirm-That ($link.LinkType -ceq 'Junction') "$current is a link of the kind $($link.LinkType)"
Confirm-That ($link.LinkTarget.TrimEnd('\') -ieq $Goroot) "it leads to $($link.LinkTarget)"
# IO_REPARSE_TAG_MOUNT_POINT, which a junction has and a symbolic link has not.
$reparsePoint = fsutil reparsepoint query $current | Out-String
Confirm-That ($LASTEXITCODE -eq 0 -and $reparsePoint -match '0xa0000003') "fsutil says: $($reparsePoint.Trim())"
$beside = @("$current.new", "$current.old") | Where-Object { Test-Path -LiteralPath $_ }
Confirm-That ($null -eq $beside) "beside it lies: $beside"

$answer = & (Join-Path $current 'bin\go.exe') version
Confirm-That ($answer -like "go version go$Version windows/*") "through it go.exe answers: $answer"

$before = Get-Content -LiteralPath $PathBefore -Raw
$separator = if ($before.EndsWith(';')) { '' } else { ';' }
$environment = Get-Item -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
$path = $environment.GetValue('Path', '', 'DoNotExpandEnvironmentNames')
Confirm-That ($environment.GetValueKind('Path') -eq 'ExpandString') "PATH is of the kind $($environment.GetValueKind('Path'))"
Confirm-That ($path -ceq "$before$separator$current\bin") "PATH of the machine is what it was and one entry at its end: $path"
